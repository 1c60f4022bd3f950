/** What the lab is made of. The Go modules are pinned in the go.mod and go.sum below go/. */
export const versions = {
  k3d: "5.8.3",
  kubernetes: "1.34.2",
  coredns: "1.12.4",
  pulumi: "3.250.0",
  traefik: "3.7.13",
} as const;

/** The Go that builds them: any of at least `goMinimum`, or else this one, as a Go module. */
export const goMinimum = "1.26.0";
export const goToolchain = "go1.26.8";
