import { BlockList, isIPv6 } from "node:net";
import { planPorts } from "../../../../core/ports/plan";
import { TRAEFIK_SELECTOR } from "../../../../core/labels";
import { taskPolicy, traefikPolicy } from "../../../../cluster/traefik/networkPolicies";

const plan = planPorts({
  bindAddress: "127.0.0.1",
  httpPort: 8080,
  httpsPort: 8443,
  range: { start: 9000, end: 9000 },
});

test("lets tasks reach all but the metadata of the machine's cloud", () => {
  expect(taskPolicy()).toEqual({
    metadata: {
      name: "tasks",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "workloads",
      },
    },
    spec: {
      podSelector: {},
      policyTypes: ["Egress"],
      egress: [
        { to: [{ namespaceSelector: {} }] },
        {
          to: [
            {
              ipBlock: {
                cidr: "0.0.0.0/0",
                except: [
                  "169.254.0.0/16",
                  "100.100.100.200/32",
                  "168.63.129.16/32",
                  "10.42.128.0/17",
                ],
              },
            },
          ],
        },
        {
          to: [
            {
              ipBlock: {
                cidr: "::/0",
                except: ["fe80::/10", "fd00:ec2::23/128", "fd00:ec2::254/128", "fd20:ce::254/128"],
              },
            },
          ],
        },
      ],
    },
  });
});

const blocked = taskPolicy().spec.egress.flatMap(({ to }) =>
  to.flatMap((of) => ("ipBlock" in of ? of.ipBlock.except : [])),
);
const cannotReach = new BlockList();
for (const range of blocked) {
  const [address = "", prefix = ""] = range.split("/");
  cannotReach.addSubnet(address, Number(prefix), isIPv6(address) ? "ipv6" : "ipv4");
}

test.each([
  ["AWS, Azure, Google", "169.254.169.254"],
  ["ECS", "169.254.170.2"],
  ["EKS", "169.254.170.23"],
  ["Tencent", "169.254.0.23"],
  ["Alibaba", "100.100.100.200"],
  ["Azure's wire server", "168.63.129.16"],
  ["AWS by IPv6", "fd00:ec2::254"],
  ["EKS by IPv6", "fd00:ec2::23"],
  ["Google by IPv6", "fd20:ce::254"],
])("keeps tasks from the metadata of %s", (_, address) => {
  expect(cannotReach.check(address, isIPv6(address) ? "ipv6" : "ipv4")).toBe(true);
});

test.each(["10.43.0.10", "10.42.0.7", "172.18.0.1", "100.100.100.201", "1.1.1.1", "fd00:ec2::1"])(
  "leaves %s open, as those of services, tasks and the world are",
  (address) => {
    expect(cannotReach.check(address, isIPv6(address) ? "ipv6" : "ipv4")).toBe(false);
  },
);

test("opens every port of the plan and the task metadata, and the admin port to the cluster", () => {
  const tcp = (port: number) => ({ protocol: "TCP", port });
  expect(traefikPolicy(plan, TRAEFIK_SELECTOR)).toEqual({
    metadata: {
      name: "traefik",
      namespace: "kecs-system",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "ingress",
        "app.kubernetes.io/name": "traefik",
      },
    },
    spec: {
      podSelector: { matchLabels: { "app.kubernetes.io/name": "traefik" } },
      policyTypes: ["Ingress"],
      ingress: [
        { ports: [30880, 30443, 30800, 51679].map(tcp) },
        {
          from: [{ ipBlock: { cidr: "10.42.0.0/32" } }, { ipBlock: { cidr: "10.42.0.1/32" } }],
          ports: [tcp(8080)],
        },
      ],
    },
  });
});
