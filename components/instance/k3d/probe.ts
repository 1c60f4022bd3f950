import { get } from "node:https";
import { run, type RunResult } from "../../internal/run";
import { AGENTS_LABEL, EPOCH_LABEL, loadBalancerContainer, serverContainer } from "./names";
import { parseJson } from "../../internal/parseJson";

/** What stands on the machine under an instance's name, as Docker and the API server tell it. */
export type ClusterState = AbsentCluster | PresentCluster;

export interface AbsentCluster {
  readonly kind: "absent";
}

export interface PresentCluster {
  readonly kind: "present";
  /** Which creation of the cluster this is; empty where KECS did not make it or not to its end. */
  readonly epoch: string;
  /** What the last repair left in the node; empty where it cannot be read. */
  readonly generation: string;
  readonly serverRunning: boolean;
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
const GENERATION_FILE = "/kecs-generation";

interface Container {
  readonly Name: string;
  readonly Config: { readonly Image: string; readonly Labels: Readonly<Record<string, string>> };
  readonly State: { readonly Running: boolean };
  readonly HostConfig: {
    readonly PortBindings: Bindings | null;
    readonly Binds: readonly string[] | null;
  };
  readonly NetworkSettings: { readonly Ports: Bindings | null };
}

type Bindings = Readonly<
  Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>
>;

/** Looks at the cluster; throws when Docker does not answer, since then nothing is known. */
export async function probeCluster(instance: string): Promise<ClusterState> {
  const server = serverContainer(instance);
  const balancer = loadBalancerContainer(instance);
  const inspected = await run(["docker", "inspect", "--type", "container", server, balancer]);
  const containers = parseContainers(inspected);
  const node = containers.find((container) => container.Name === `/${server}`);
  if (node === undefined) return { kind: "absent" };
  const entrance = containers.find((container) => container.Name === `/${balancer}`);

  const serverRunning = node.State.Running;
  const balancerRunning = entrance?.State.Running ?? false;
  const [generation, answers] = await Promise.all([
    serverRunning ? readGeneration(server) : "",
    serverRunning && balancerRunning ? apiAnswers(apiPort(entrance)) : false,
  ]);
  return {
    kind: "present",
    // The load balancer has no such label of its own: k3d drops it whenever it adds a port.
    epoch: entrance === undefined ? "" : (node.Config.Labels[EPOCH_LABEL] ?? ""),
    generation,
    serverRunning,
    balancerRunning,
    answers,
    image: node.Config.Image,
    agents: Number(node.Config.Labels[AGENTS_LABEL] ?? 0),
    hostPaths: hostPaths(node),
    published: publishedPorts(entrance),
  };
}

function parseContainers(inspected: RunResult): readonly Container[] {
  // Docker exits with 1 when one of the two is missing, and still prints the other.
  if (inspected.code === 0 || /no such (container|object)/i.test(inspected.stderr)) {
    return parseJson<Container[]>(inspected.stdout === "" ? "[]" : inspected.stdout, "docker");
  }
  throw new Error(`docker inspect failed: ${inspected.stderr.trim()}`);
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

async function readGeneration(server: string): Promise<string> {
  const read = await run(["docker", "exec", server, "cat", GENERATION_FILE]);
  return read.code === 0 ? read.stdout.trim() : "";
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
