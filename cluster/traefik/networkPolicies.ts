import type { PortPlan } from "../../core/ports/plan";
import { INSIDE_ADDRESSES } from "../../core/lb/inside/address";
import { labels, NAMESPACE, SYSTEM_NAMESPACE } from "../../core/labels";
import { ADMIN_PORT, METADATA_PORT } from "./staticConfig";

/**
 * Where clouds tell a machine its credentials and its settings: everything link-local, which is what
 * most of them use, and the addresses of Alibaba and Azure, and of AWS and Google by IPv6. The tasks' own
 * metadata is behind a Service of the cluster.
 */
const MACHINE_METADATA = {
  ipv4: ["169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32"],
  ipv6: ["fe80::/10", "fd00:ec2::23/128", "fd00:ec2::254/128", "fd20:ce::254/128"],
};
/**
 * The addresses of k3s's first node in the network of pods: its API server reads Traefik's list of
 * routes from there. No pod ever has one of them.
 */
const FIRST_NODE = ["10.42.0.0/32", "10.42.0.1/32"];

/**
 * Tasks reach each other and the world, but not the metadata of the machine's own cloud. What goes to
 * a port of a load balancer without a listener is refused, and does not leave the cluster.
 */
export function taskPolicy() {
  return {
    metadata: { name: "tasks", namespace: NAMESPACE, labels: labels("workloads") },
    spec: {
      podSelector: {},
      policyTypes: ["Egress"],
      egress: [
        { to: [{ namespaceSelector: {} }] },
        {
          to: [
            {
              ipBlock: { cidr: "0.0.0.0/0", except: [...MACHINE_METADATA.ipv4, INSIDE_ADDRESSES] },
            },
          ],
        },
        { to: [{ ipBlock: { cidr: "::/0", except: MACHINE_METADATA.ipv6 } }] },
      ],
    },
  };
}

/**
 * Everybody reaches the load balancers' ports and the task metadata; the admin port is for the
 * cluster itself. A node's own probes reach its pods whatever a policy says.
 */
export function traefikPolicy(plan: PortPlan, selector: Readonly<Record<string, string>>) {
  const open = [...plan.slots.map(({ nodePort }) => nodePort), METADATA_PORT];
  return {
    metadata: { name: "traefik", namespace: SYSTEM_NAMESPACE, labels: labels("ingress", selector) },
    spec: {
      podSelector: { matchLabels: { ...selector } },
      policyTypes: ["Ingress"],
      ingress: [
        { ports: open.map((port) => ({ protocol: "TCP", port })) },
        {
          from: FIRST_NODE.map((cidr) => ({ ipBlock: { cidr } })),
          ports: [{ protocol: "TCP", port: ADMIN_PORT }],
        },
      ],
    },
  };
}
