import { planPorts } from "../../../../components/instance/ports/plan";
import { SELECTOR } from "../../../../components/instance/traefik/manifests";
import { taskPolicy, traefikPolicy } from "../../../../components/instance/traefik/networkPolicies";

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
        { to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] } }] },
        { to: [{ ipBlock: { cidr: "::/0", except: ["fd00:ec2::254/128"] } }] },
      ],
    },
  });
});

test("opens every port of the plan and the task metadata, and the admin port to the cluster", () => {
  const tcp = (port: number) => ({ protocol: "TCP", port });
  expect(traefikPolicy(plan, SELECTOR)).toEqual({
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
