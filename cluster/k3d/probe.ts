import { get } from "node:https";
import { run } from "../process/run";
import { inspectContainers, type Container } from "./inspectContainers";
import {
  AGENTS_LABEL,
  clusterName,
  CLUSTER_IDENTIFIER_LABEL,
  loadBalancerContainer,
  OWNER_LABEL,
  serverContainer,
} from "./names";
import { readNodeFile, unknownContainer } from "./nodeFile";

/** What stands on the machine under an instance's name, as Docker and the API server tell it. */
export type ClusterState = AbsentCluster | PresentCluster;

export interface AbsentCluster {
  readonly kind: "absent";
  /** What a load balancer publishes whose node is gone, as `address:localPort:nodePort`; absent where there is none. */
  readonly published?: readonly string[];
}

export interface PresentCluster {
  readonly kind: "present";
  /** Whether its node has the labels of KECS, of whatever version. */
  readonly madeByKecs: boolean;
  /** Whose cluster it is; empty where a KECS made it that knew no owners. */
  readonly owner: string;
  /** Which creation of the cluster this is; empty where KECS did not make it or not to its end. */
  readonly clusterIdentifier: string;
  /** What the last repair left in the node; empty where none came to its end. */
  readonly repairId: string;
  /** Whether a container of it does nothing: somebody paused it, or stopped an agent beside a server that runs. */
  readonly halted: boolean;
  /** Whether one of its containers is paused, by `kecs sleep` or by hand: then nobody answers in it. */
  readonly asleep: boolean;
  readonly serverRunning: boolean;
  /** Whether k3d's load balancer is there. */
  readonly hasBalancer: boolean;
  readonly balancerRunning: boolean;
  /** Whether the API server answers through the load balancer. */
  readonly answers: boolean;
  readonly image: string;
  readonly agents: number;
  /** Folders of this machine that the node sees at the same paths, sorted. */
  readonly hostPaths: readonly string[];
  /** Published ports as `address:localPort:nodePort`, without the API server's own. */
  readonly published: readonly string[];
}

const API_PORT = "6443";
const ANSWER_TIMEOUT_MS = 2_000;
const REPAIR_ID_FILE = "/kecs-generation";
/** In a node: whose the cluster is, where it was taken over. */
export const OWNER_FILE = "/kecs-owner";

/**
 * Looks at the cluster.
 *
 * @throws KecsError KECS3004 where Docker does not tell: what is unknown is not gone
 */
export async function probeCluster(instance: string): Promise<ClusterState> {
  const server = serverContainer(instance);
  const balancer = loadBalancerContainer(instance);
  const containers = await inspectContainers(server, balancer);
  const node = containers.find((container) => container.Name === `/${server}`);
  const entrance = containers.find((container) => container.Name === `/${balancer}`);
  if (node === undefined) {
    return { kind: "absent", ...(entrance && { published: publishedPorts(entrance) }) };
  }

  const serverRunning = node.State.Running;
  const balancerRunning = entrance?.State.Running ?? false;
  const labels = node.Config.Labels;
  const agents = Number(labels[AGENTS_LABEL] ?? 0);
  const isPaused = [node, entrance].some((container) => container?.State.Paused === true);
  const [agentStates, repairId, owner, answers] = await Promise.all([
    statesOfAgents(instance, agents),
    readNodeFile(server, REPAIR_ID_FILE),
    readNodeFile(server, OWNER_FILE),
    serverRunning && balancerRunning && !isPaused ? apiAnswers(apiPort(entrance)) : false,
  ]);
  return {
    kind: "present",
    madeByKecs: (labels[CLUSTER_IDENTIFIER_LABEL] ?? "") !== "",
    // Of one that was taken over, the node has the owner: labels cannot be changed.
    owner: owner === "" ? (labels[OWNER_LABEL] ?? "") : owner,
    // The load balancer has no such label of its own: k3d drops it whenever it adds a port.
    clusterIdentifier: labels[CLUSTER_IDENTIFIER_LABEL] ?? "",
    repairId,
    halted: isPaused || agentStates.some((state) => state !== "running"),
    asleep: isPaused || agentStates.includes("paused"),
    serverRunning,
    hasBalancer: entrance !== undefined,
    balancerRunning,
    answers,
    image: node.Config.Image,
    agents,
    hostPaths: hostPaths(node),
    published: publishedPorts(entrance),
  };
}

async function statesOfAgents(instance: string, agents: number): Promise<readonly string[]> {
  if (agents === 0) return [];
  const ofCluster = `label=k3d.cluster=${clusterName(instance)}`;
  const filters = ["--filter", ofCluster, "--filter", "label=k3d.role=agent"];
  const listed = await run(["docker", "ps", "--all", ...filters, "--format", "{{.State}}"]);
  if (listed.code !== 0) throw unknownContainer(serverContainer(instance), listed);
  return listed.stdout.split("\n").filter((state) => state !== "");
}

/** k3d's own mounts are volumes or lead to other paths. */
function hostPaths({ HostConfig: { Binds } }: Container): string[] {
  return (Binds ?? [])
    .map((bind) => bind.split(":"))
    .flatMap(([from = "", to]) => (from.startsWith("/") && from === to ? [from] : []))
    .sort();
}

function publishedPorts(entrance: Container | undefined): string[] {
  return Object.entries(entrance?.HostConfig.PortBindings ?? {})
    .map(([key, hosts]) => ({ nodePort: key.replace(/\/tcp$/, ""), hosts: hosts ?? [] }))
    .filter(({ nodePort }) => nodePort !== API_PORT)
    .flatMap(({ nodePort, hosts }) =>
      hosts.map(({ HostIp, HostPort }) => `${HostIp}:${HostPort}:${nodePort}`),
    );
}

function apiPort(entrance: Container | undefined): number {
  return Number(entrance?.NetworkSettings.Ports?.[`${API_PORT}/tcp`]?.[0]?.HostPort ?? 0);
}

/** Any HTTP answer counts: a load balancer that lost its node gives none. */
function apiAnswers(port: number): Promise<boolean> {
  if (port === 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const request = get(
      {
        host: "127.0.0.1",
        port,
        path: "/livez",
        // Nothing secret is sent or read; the certificate's authority is inside of the cluster.
        rejectUnauthorized: false,
        agent: false,
        timeout: ANSWER_TIMEOUT_MS,
      },
      (response) => {
        response.resume();
        resolve(true);
      },
    );
    request.on("timeout", () => request.destroy());
    request.on("error", () => {
      resolve(false);
    });
  });
}
