import { environmentOf, shellExports } from "../../../lab/environment";

const bin = "/cache/lab/0.1.0/bin";
const plugins = "/cache/lab/0.1.0/plugins";
const own = `${plugins}/1`;

describe("the lab's environment", () => {
  it("puts the lab's programs first and names its images", () => {
    const environment = environmentOf(
      { bin, plugins, dockerSocket: "/var/run/docker.sock" },
      own,
      "/usr/bin:/bin",
    );
    expect(environment).toEqual({
      PATH: `${own}:${bin}:/usr/bin:/bin`,
      K3D_IMAGE_LOADBALANCER: "kecs-lab/k3d-proxy:5.8.3",
      K3D_IMAGE_TOOLS: "kecs-lab/k3d-tools:5.8.3",
      KECS_K3S_IMAGE: "kecs-lab/k3s:v1.34.2",
      KECS_TRAEFIK_IMAGE: "kecs-lab/traefik:v3.7.13",
      KECS_SAMPLE_IMAGE: "kecs-lab/whoami:1",
      KECS_DEBIAN_IMAGE: "kecs-lab/debian:bookworm",
      PULUMI_SKIP_UPDATE_CHECK: "true",
    });
  });

  it("names the lab's folders once, wherever PATH had them before, and no plugins of other builds", () => {
    const paths = { bin, plugins, dockerSocket: "/var/run/docker.sock" };
    const environment = environmentOf(paths, own, `/bin:${own}:${bin}:${plugins}/2`);
    expect(environment["PATH"]).toBe(`${own}:${bin}:/bin`);
  });

  it("says where Docker is only when it is not at the usual place", () => {
    const environment = environmentOf(
      { bin, plugins, dockerSocket: "/run/other.sock" },
      own,
      "/bin",
    );
    expect(environment["DOCKER_HOST"]).toBe("unix:///run/other.sock");
  });

  it("prints exports that a shell can read, with its own PATH kept", () => {
    const exports = shellExports({ PATH: "/ignored", NAME: "it's" }, ["/my bin", "/b"]);
    expect(exports).toBe(`export PATH='/my bin:/b':"$PATH"\nexport NAME='it'\\''s'`);
  });
});
