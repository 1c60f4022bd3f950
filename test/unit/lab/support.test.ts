import { labSupported, type Machine } from "../../../lab/support";

const machine: Machine = {
  platform: "linux",
  architecture: "x64",
  isRoot: true,
  hasApt: true,
  hasCgroups: true,
};

describe("where the lab can be", () => {
  it("accepts a Linux machine with root and apt-get", () => {
    expect(labSupported(machine)).toBeUndefined();
  });

  it.each<[string, Partial<Machine>, string]>([
    ["another system", { platform: "darwin" }, "the lab needs Linux, this is darwin"],
    [
      "another processor",
      { architecture: "arm64" },
      "the lab needs an x64 processor, this is arm64",
    ],
    ["another user", { isRoot: false }, "the lab needs root: it starts a Docker daemon"],
    ["no apt-get", { hasApt: false }, "the lab needs apt-get: it is made for Debian 12"],
    [
      "no control groups",
      { hasCgroups: false },
      "the lab needs control groups: /sys/fs/cgroup is not mounted",
    ],
  ])("rejects %s", (_title, difference, reason) => {
    expect(labSupported({ ...machine, ...difference })).toBe(reason);
  });
});
