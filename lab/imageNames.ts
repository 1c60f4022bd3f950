import { versions } from "./versions";

/** The images of the lab. Each also carries a label with the key of what it was made of. */
export const imageNames = {
  base: "kecs-lab/base:bookworm",
  node: `kecs-lab/k3s:v${versions.kubernetes}`,
  loadBalancer: `kecs-lab/k3d-proxy:${versions.k3d}`,
  tools: `kecs-lab/k3d-tools:${versions.k3d}`,
  traefik: `kecs-lab/traefik:v${versions.traefik}`,
  coredns: `kecs-lab/coredns:v${versions.coredns}`,
  whoami: "kecs-lab/whoami:1",
  echo: "kecs-lab/echo:1",
  pause: "kecs-lab/pause:1",
  debian: "kecs-lab/debian:bookworm",
} as const;

export const keyLabel = "kecs.lab.key";
