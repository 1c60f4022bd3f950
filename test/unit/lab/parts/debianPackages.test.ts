import { aptArguments, packagesFor } from "../../../../lab/parts/debianPackages";

describe("the Debian packages", () => {
  it("are none on a machine that has everything", () => {
    expect(packagesFor(() => true, false)).toEqual([]);
  });

  it("are each asked for once on an empty machine", () => {
    expect(packagesFor(() => false, false)).toEqual([
      ...["docker.io", "mmdebstrap", "golang-go", "python3-pip"],
      ...["containerd", "runc", "iptables", "iproute2"],
    ]);
  });

  it("bring no daemon where one answers already", () => {
    expect(packagesFor((program) => program === "docker", true)).toEqual([
      ...["mmdebstrap", "golang-go", "python3-pip"],
    ]);
  });

  it("bring the daemon where only a client is", () => {
    const there = ["docker", "mmdebstrap", "go", "pip", "iptables", "ip"];
    expect(packagesFor((program) => there.includes(program), false)).toEqual([
      ...["docker.io", "containerd", "runc"],
    ]);
  });

  it("are installed without what they merely recommend", () => {
    expect(aptArguments(["runc"])).toEqual([
      ...["apt-get", "--option", "Acquire::Retries=5", "install"],
      ...["--yes", "--no-install-recommends", "runc"],
    ]);
  });
});
