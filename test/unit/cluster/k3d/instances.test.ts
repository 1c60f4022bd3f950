import { instancesOf, portsText, type ClusterContainer } from "../../../../cluster/k3d/instances";

type Changes = Partial<Omit<ClusterContainer, "Config">> & {
  readonly labels?: Readonly<Record<string, string>>;
};

function container(
  name: string,
  role: string,
  { labels, ...more }: Changes = {},
): ClusterContainer {
  return {
    Name: `/k3d-kecs-shop-${name}`,
    Created: "2026-01-02T03:04:05Z",
    Config: { Labels: { "k3d.cluster": "kecs-shop", "k3d.role": role, ...labels } },
    State: { Status: "running", StartedAt: "2026-01-02T04:00:00Z" },
    HostConfig: { PortBindings: null },
    ...more,
  };
}

const MADE = { "kecs.dev/epoch": "e1", "kecs.dev/owner": "kecs/dev@file:///home/you" };
const server = container("server-0", "server", { labels: MADE });
const bindings = {
  "30443/tcp": [{ HostPort: "8443" }],
  "30880/tcp": [{ HostPort: "8080" }],
  "30802/tcp": [{ HostPort: "18302" }],
  "30801/tcp": [{ HostPort: "18301" }],
  "6443/tcp": [{ HostPort: "40001" }],
};
const balancer = container("serverlb", "loadbalancer", { HostConfig: { PortBindings: bindings } });
const as = (of: ClusterContainer, Status: string): ClusterContainer => ({
  ...of,
  State: { ...of.State, Status },
});
const list = (...containers: ClusterContainer[]) => instancesOf(containers, new Map());

test("an instance is told by the containers of its cluster", () => {
  expect(list(balancer, server)).toEqual([
    {
      instance: "shop",
      state: "running",
      reason: "",
      owner: { project: "kecs", stack: "dev", backend: "file:///home/you" },
      httpPort: 8080,
      httpsPort: 8443,
      rangePorts: [18301, 18302],
      createdAt: "2026-01-02T03:04:05Z",
      startedAt: "2026-01-02T04:00:00Z",
      containers: ["k3d-kecs-shop-server-0", "k3d-kecs-shop-serverlb"],
    },
  ]);
});

test.each<[string, readonly ClusterContainer[], string, string]>([
  ["all of it stopped", [as(server, "exited"), as(balancer, "exited")], "stopped", ""],
  ["it was paused", [as(server, "paused"), balancer], "asleep", ""],
  ["its load balancer is gone", [server], "damaged", "its load balancer is gone"],
  [
    "its load balancer stopped alone",
    [server, as(balancer, "exited")],
    "damaged",
    "k3d-kecs-shop-serverlb is exited",
  ],
  [
    "its node is gone",
    [container("agent-0", "agent", { labels: MADE }), balancer],
    "damaged",
    "its node is gone",
  ],
  [
    "an agent is gone",
    [container("server-0", "server", { labels: { ...MADE, "kecs.dev/agents": "1" } }), balancer],
    "damaged",
    "one of its agents is gone",
  ],
])("%s", (_, containers, state, reason) => {
  expect(list(...containers)).toMatchObject([{ state, reason }]);
});

test("the file of a node says whose a cluster is that was taken over", () => {
  const owners = new Map([["shop", "my%20shop/test@s3://state"]]);
  expect(instancesOf([server, balancer], owners)[0]?.owner).toEqual({
    project: "my shop",
    stack: "test",
    backend: "s3://state",
  });
  const old = container("server-0", "server", { labels: { "kecs.dev/epoch": "e1" } });
  expect(list(old, balancer)[0]?.owner).toBeNull();
});

test("clusters that KECS did not make are left out", () => {
  const labels = { "kecs.dev/epoch": "" };
  expect(list(container("server-0", "server", { labels }))).toEqual([]);
  const strange = { "k3d.cluster": "other", "kecs.dev/epoch": "e1" };
  expect(list(container("server-0", "server", { labels: strange }))).toEqual([]);
});

test("ports in a row are one range", () => {
  expect(portsText([8080, 8443, 9000, 9001, 9002])).toBe("8080, 8443, 9000-9002");
  expect(portsText([])).toBe("");
});
