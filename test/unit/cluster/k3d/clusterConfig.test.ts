import { clusterConfig } from "../../../../cluster/k3d/clusterConfig";
import { planPorts } from "../../../../core/ports/plan";

const plan = planPorts({
  bindAddress: "127.0.0.1",
  httpPort: 8080,
  httpsPort: 8443,
  range: { start: 9000, end: 9009 },
});

test.each([
  [0, ["--kube-controller-manager-arg=node-monitor-grace-period=8760h"]],
  [1, []],
])("of %i agents and a server the silence of a node is waited for: %j", (agents, expected) => {
  const { options } = clusterConfig({
    instance: "myapp",
    agents,
    hostPaths: [],
    k3sImage: "rancher/k3s:v1.34.2-k3s1",
    plan,
    clusterIdentifier: "abc123",
    owner: "kecs/dev@file:///home/me",
  }) as { options: { k3s: { extraArgs: { arg: string }[] } } };
  const own = options.k3s.extraArgs.filter(({ arg }) => !arg.startsWith("--disable="));
  expect(own.map(({ arg }) => arg)).toEqual(expected);
});

test("describes the whole cluster to k3d", () => {
  expect(
    clusterConfig({
      instance: "myapp",
      agents: 2,
      hostPaths: ["/home/me/shop", "/srv/a folder"],
      k3sImage: "rancher/k3s:v1.34.2-k3s1",
      plan,
      clusterIdentifier: "abc123",
      owner: "kecs/dev@file:///home/me",
    }),
  ).toEqual({
    apiVersion: "k3d.io/v1alpha5",
    kind: "Simple",
    metadata: { name: "kecs-myapp" },
    servers: 1,
    agents: 2,
    image: "rancher/k3s:v1.34.2-k3s1",
    kubeAPI: { hostIP: "127.0.0.1" },
    ports: [
      { port: "127.0.0.1:8080:30880", nodeFilters: ["loadbalancer"] },
      { port: "127.0.0.1:8443:30443", nodeFilters: ["loadbalancer"] },
      { port: "127.0.0.1:9000-9009:30800-30809", nodeFilters: ["loadbalancer"] },
    ],
    volumes: [
      { volume: "/home/me/shop:/home/me/shop", nodeFilters: ["all"] },
      { volume: "/srv/a folder:/srv/a folder", nodeFilters: ["all"] },
    ],
    options: {
      k3d: {
        wait: true,
        timeout: "180s",
        loadbalancer: {
          configOverrides: [
            "settings.workerConnections=16384",
            "settings.defaultProxyTimeout=86400",
          ],
        },
      },
      k3s: {
        extraArgs: [
          { arg: "--disable=traefik", nodeFilters: ["server:*"] },
          { arg: "--disable=servicelb", nodeFilters: ["server:*"] },
          { arg: "--disable=metrics-server", nodeFilters: ["server:*"] },
        ],
      },
      kubeconfig: { updateDefaultKubeconfig: false, switchCurrentContext: false },
      runtime: {
        labels: [
          { label: "kecs.dev/epoch=abc123", nodeFilters: ["server:*"] },
          { label: "kecs.dev/owner=kecs/dev@file:///home/me", nodeFilters: ["all"] },
          { label: "kecs.dev/agents=2", nodeFilters: ["server:*"] },
        ],
      },
    },
  });
});
