import { HTTP_NODE_PORT, HTTPS_NODE_PORT } from "../../core/ports/plan";
import { AGENTS_LABEL, CLUSTER_IDENTIFIER_LABEL, OWNER_LABEL } from "./names";
import { readOwner, type StackIdentity } from "./owner";

/** A container of a cluster of k3d, as far as an instance is told by it. */
export interface ClusterContainer {
  readonly Name: string;
  readonly Created: string;
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
  readonly State: { readonly Status: string; readonly StartedAt: string };
  readonly HostConfig: { readonly PortBindings: PortBindings | null };
}

type PortBindings = Readonly<Record<string, readonly { readonly HostPort: string }[] | null>>;

/** What of an instance runs: all, nothing, nothing for as long as it is paused, or less than there should be. */
export type InstanceState = "running" | "stopped" | "asleep" | "damaged";

/** An instance of this machine, by the containers that it has. */
export interface MachineInstance {
  readonly instance: string;
  readonly state: InstanceState;
  /** What is not as it should be, as a clause; empty where nothing is. */
  readonly reason: string;
  /** Null where a KECS made it that knew no owners. */
  readonly owner: StackIdentity | null;
  readonly httpPort: number | null;
  readonly httpsPort: number | null;
  /** The other local ports, in ascending order. */
  readonly rangePorts: readonly number[];
  /** When its node was created, and last started; ISO 8601. */
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  /** Names of its containers. */
  readonly containers: readonly string[];
}

const CLUSTER_LABEL = "k3d.cluster";
const ROLE_LABEL = "k3d.role";
const PREFIX = "kecs-";
/** Of the API server. */
const API_PORT = 6443;

/**
 * The instances that containers are of, by name. What k3d made for somebody else is left out.
 *
 * @param owners whose an instance is, where a file of its node says so
 */
export function instancesOf(
  containers: readonly ClusterContainer[],
  owners: ReadonlyMap<string, string>,
): MachineInstance[] {
  return instanceNames(containers).map((instance) => {
    const own = containers.filter((of) => clusterOf(of) === PREFIX + instance);
    return instanceOf(instance, own, owners.get(instance));
  });
}

/** The names of the instances that containers are of. */
export function instanceNames(containers: readonly ClusterContainer[]): string[] {
  const clusters = containers
    .filter(({ Config }) => (Config.Labels[CLUSTER_IDENTIFIER_LABEL] ?? "") !== "")
    .map(clusterOf)
    .filter((cluster) => cluster.startsWith(PREFIX));
  return [...new Set(clusters)].map((cluster) => cluster.slice(PREFIX.length)).sort();
}

function clusterOf({ Config }: ClusterContainer): string {
  return Config.Labels[CLUSTER_LABEL] ?? "";
}

function instanceOf(
  instance: string,
  containers: readonly ClusterContainer[],
  owner: string | undefined,
): MachineInstance {
  const ofRole = (role: string) =>
    containers.filter(({ Config }) => Config.Labels[ROLE_LABEL] === role);
  const [server] = ofRole("server");
  const [balancer] = ofRole("loadbalancer");
  const labels = server?.Config.Labels ?? {};
  const nodes = [...ofRole("server"), ...ofRole("agent")];
  const localPort = (nodePort: number): number | null =>
    Number(portsOf(balancer).get(nodePort)) || null;
  return {
    instance,
    ...stateOf({ server, balancer, nodes, agents: Number(labels[AGENTS_LABEL] ?? 0) }),
    owner: readOwner(owner === undefined || owner === "" ? (labels[OWNER_LABEL] ?? "") : owner),
    httpPort: localPort(HTTP_NODE_PORT),
    httpsPort: localPort(HTTPS_NODE_PORT),
    rangePorts: [...portsOf(balancer)]
      .filter(([nodePort]) => ![HTTP_NODE_PORT, HTTPS_NODE_PORT, API_PORT].includes(nodePort))
      .map(([, local]) => local)
      .sort((a, b) => a - b),
    createdAt: server?.Created ?? null,
    startedAt: server?.State.Status === "running" ? server.State.StartedAt : null,
    containers: containers.map(({ Name }) => Name.replace(/^\//, "")).sort(),
  };
}

interface Parts {
  readonly server: ClusterContainer | undefined;
  readonly balancer: ClusterContainer | undefined;
  readonly nodes: readonly ClusterContainer[];
  readonly agents: number;
}

function stateOf({
  server,
  balancer,
  nodes,
  agents,
}: Parts): Pick<MachineInstance, "state" | "reason"> {
  if (server === undefined) return { state: "damaged", reason: "its node is gone" };
  if (balancer === undefined) return { state: "damaged", reason: "its load balancer is gone" };
  if (nodes.length < agents + 1) return { state: "damaged", reason: "one of its agents is gone" };
  const parts = [...nodes, balancer];
  const states = parts.map(({ State }) => State.Status);
  if (states.every((state) => state === "running")) return { state: "running", reason: "" };
  if (states.includes("paused")) return { state: "asleep", reason: "" };
  if (!states.includes("running")) return { state: "stopped", reason: "" };
  const idle = parts.filter(({ State }) => State.Status !== "running");
  const names = idle.map(({ Name, State }) => `${Name.replace(/^\//, "")} is ${State.Status}`);
  return { state: "damaged", reason: names.join(", ") };
}

/** Local ports by the ports of the node that they lead to. */
function portsOf(balancer: ClusterContainer | undefined): ReadonlyMap<number, number> {
  const bindings = Object.entries(balancer?.HostConfig.PortBindings ?? {});
  return new Map(
    bindings.flatMap(([key, hosts]) =>
      (hosts ?? []).map(({ HostPort }) => [Number.parseInt(key, 10), Number(HostPort)] as const),
    ),
  );
}

/** Ports as people read them: `8080, 8443, 18300-18399`. */
export function portsText(ports: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const port of ports) {
    const last = runs.at(-1);
    if (last !== undefined && port === last[1] + 1) last[1] = port;
    else runs.push([port, port]);
  }
  return runs
    .map(([first, last]) => (first === last ? String(first) : `${first}-${last}`))
    .join(", ");
}
