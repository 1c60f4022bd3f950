import type { PortPlan } from "../../core/ports/plan";
import { AGENTS_LABEL, clusterName, CLUSTER_IDENTIFIER_LABEL, OWNER_LABEL } from "./names";
import { portMappingRanges } from "./portMappings";

export interface ClusterSettings {
  readonly instance: string;
  readonly agents: number;
  readonly hostPaths: readonly string[];
  readonly k3sImage: string;
  readonly plan: PortPlan;
  /** Identifies this creation of the cluster. */
  readonly clusterIdentifier: string;
  /** Whose cluster it is. */
  readonly owner: string;
}

/** What k3s brings along and KECS does not want: its ingress, its load balancer, its metrics. */
const DISABLED = ["traefik", "servicelb", "metrics-server"];

/**
 * How long the only node of a cluster may be silent before Kubernetes takes it for lost, and its tasks out of
 * their target groups. After a pause of the cluster it would do so at once, and for about eight seconds; where
 * there is one node, who finds it lost is lost as well.
 */
export const ALONE = "--kube-controller-manager-arg=node-monitor-grace-period=8760h";

/**
 * Connections of k3d's load balancer, two for each of a client. It closes what comes beyond them without
 * a word; k3d's own 1,024 are reached by 200 requests a second that wait for three seconds.
 */
const LOAD_BALANCER_CONNECTIONS = 16384;

/**
 * Seconds after which k3d's load balancer cuts a connection on which nothing is sent: a day. After k3d's
 * own ten minutes, idle connections of a pool would be gone without a word.
 */
const IDLE_SECONDS = 86_400;

/**
 * k3d's configuration of an instance's cluster, `k3d.io/v1alpha5`.
 *
 * The API server is published on loopback at a port that k3d picks, and the user's own kubeconfig
 * is left alone.
 */
export function clusterConfig(settings: ClusterSettings): object {
  return {
    apiVersion: "k3d.io/v1alpha5",
    kind: "Simple",
    metadata: { name: clusterName(settings.instance) },
    servers: 1,
    agents: settings.agents,
    image: settings.k3sImage,
    kubeAPI: { hostIP: "127.0.0.1" },
    ports: portMappingRanges(settings.plan).map((port) => ({
      port,
      nodeFilters: ["loadbalancer"],
    })),
    ...(settings.hostPaths.length === 0 ? {} : { volumes: settings.hostPaths.map(sharedFolder) }),
    options: {
      k3d: {
        wait: true,
        timeout: "180s",
        loadbalancer: {
          configOverrides: [
            `settings.workerConnections=${LOAD_BALANCER_CONNECTIONS}`,
            `settings.defaultProxyTimeout=${IDLE_SECONDS}`,
          ],
        },
      },
      k3s: {
        extraArgs: [
          ...DISABLED.map((part) => `--disable=${part}`),
          ...(settings.agents === 0 ? [ALONE] : []),
        ].map((arg) => ({ arg, nodeFilters: ["server:*"] })),
      },
      kubeconfig: { updateDefaultKubeconfig: false, switchCurrentContext: false },
      runtime: {
        labels: [
          {
            label: `${CLUSTER_IDENTIFIER_LABEL}=${settings.clusterIdentifier}`,
            nodeFilters: ["server:*"],
          },
          // Also what is left when the node is gone tells whose it was.
          { label: `${OWNER_LABEL}=${settings.owner}`, nodeFilters: ["all"] },
          { label: `${AGENTS_LABEL}=${settings.agents}`, nodeFilters: ["server:*"] },
        ],
      },
    },
  };
}

/** At the same path, so that a task's hostPath means the same on the node. */
function sharedFolder(path: string) {
  return { volume: `${path}:${path}`, nodeFilters: ["all"] };
}
