import {
  daemonConfiguration,
  lacksSysResource,
} from "../../../../lab/parts/docker/daemonConfiguration";

const paths = {
  docker: "/cache/docker",
  dockerRuntime: "/run/kecs-lab-1",
  dockerSocket: "/var/run/docker.sock",
};

describe("the Docker daemon", () => {
  it("keeps its data in the lab and listens on one socket", () => {
    expect(daemonConfiguration(paths, false)).toEqual({
      hosts: ["unix:///var/run/docker.sock"],
      "data-root": "/cache/docker/data",
      "exec-root": "/run/kecs-lab-1",
      pidfile: "/run/kecs-lab-1/dockerd.pid",
      "storage-driver": "overlay2",
      "log-driver": "json-file",
      "log-opts": { "max-size": "10m", "max-file": "2" },
    });
  });

  it("starts containers through the shim where the machine lacks a capability", () => {
    expect(daemonConfiguration(paths, true)).toMatchObject({
      "default-runtime": "runc-without-sys-resource",
      runtimes: {
        "runc-without-sys-resource": { path: "/cache/docker/runc-without-sys-resource" },
      },
    });
  });

  it.each([
    ["CapBnd:\t000001fffeffffff", true],
    ["CapBnd:\t000001ffffffffff", false],
    ["CapBnd:\t0000000001000000", false],
    ["nothing of that", false],
  ])("reads %j", (status, lacks) => {
    expect(lacksSysResource(`Name:\tnode\n${status}\nSeccomp:\t0\n`)).toBe(lacks);
  });
});
