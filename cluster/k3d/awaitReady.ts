import { setTimeout as sleep } from "node:timers/promises";
import { parseJson } from "../../core/validate/parseJson";
import { KecsError, problem } from "../../core/validate";
import { run } from "../process/run";
import { kubectlArgv } from "./kubectl";
import { ALONE } from "./clusterConfig";
import { clusterName, serverContainer } from "./names";

/** How long it is waited for, and by which clock. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly deadlineMs?: number;
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

const DEADLINE_MS = 60_000;
const PAUSE_MS = 100;
const ANSWER_MS = 5_000;
/**
 * A node gives a sign of life every ten seconds. After 40 s of silence Kubernetes takes its tasks out of their
 * target groups, which it finds out at any moment after a pause: so an older sign says nothing yet.
 */
const FRESH_MS = 30_000;
/** For so long it looks again where it can find that out: the look comes within a second after the pause. */
const SETTLE_MS = 2_000;

interface Listed {
  readonly items: readonly {
    readonly kind: string;
    readonly metadata: { readonly name: string };
    readonly spec?: { readonly renewTime?: string };
    readonly status?: {
      readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    };
  }[];
}

/**
 * Returns when the API server of a cluster answers and takes every node for alive, or once the signal is
 * aborted. A node may say for ten more seconds that it takes no new tasks; those that it has go on.
 *
 * @throws KecsError KECS3001 where that takes longer than a minute
 */
export async function awaitReady(
  instance: string,
  { signal, deadlineMs = DEADLINE_MS, now = Date.now, pause = sleep }: Waiting,
): Promise<void> {
  const argv = kubectlArgv(instance, "get", "nodes,leases", "-n", "kube-node-lease", "-o", "json");
  const since = now();
  const settleMs = (await isPatient(instance)) ? 0 : SETTLE_MS;
  let first: Signs | undefined;
  let aliveSince: number | undefined;
  while (!signal.aborted) {
    const { code, stdout } = await run(argv, { timeoutMs: ANSWER_MS });
    const signs = code === 0 ? signsOf(parseJson<Listed>(stdout, "kubectl")) : undefined;
    first ??= signs;
    const isAlive = signs !== undefined && areAlive(signs, first ?? signs, now());
    aliveSince = isAlive ? (aliveSince ?? now()) : undefined;
    if (aliveSince !== undefined && now() - aliveSince >= settleMs) return;
    if (now() - since >= deadlineMs) throw notReady(instance, deadlineMs);
    await pause(PAUSE_MS);
  }
}

/** Whether Kubernetes never takes the only node of the cluster for lost: a cluster of an earlier KECS has no such setting. */
async function isPatient(instance: string): Promise<boolean> {
  const server = serverContainer(instance);
  const format = ["--type", "container", "--format", "{{.Args}}"];
  const { stdout } = await run(["docker", "inspect", ...format, server]);
  return stdout.includes(ALONE);
}

/** The last sign of life of each node; undefined of one that Kubernetes takes for lost. */
type Signs = ReadonlyMap<string, string | undefined>;

function signsOf({ items }: Listed): Signs {
  const renewed = new Map(
    items
      .filter(({ kind }) => kind === "Lease")
      .map(({ metadata, spec }) => [metadata.name, spec?.renewTime]),
  );
  return new Map(
    items
      .filter(({ kind }) => kind === "Node")
      .map(({ metadata: { name }, status }) => {
        const isLost = status?.conditions?.some(
          (of) => of.type === "Ready" && of.status === "Unknown",
        );
        return [name, isLost === true ? undefined : renewed.get(name)];
      }),
  );
}

/** A sign that came since it was first looked counts as well: the cluster may have another clock. */
function areAlive(signs: Signs, first: Signs, now: number): boolean {
  return (
    signs.size > 0 &&
    [...signs].every(
      ([node, sign]) =>
        sign !== undefined && (sign !== first.get(node) || now - Date.parse(sign) < FRESH_MS),
    )
  );
}

function notReady(instance: string, deadlineMs: number): KecsError {
  return new KecsError([
    problem(
      "KECS3001",
      clusterName(instance),
      `its nodes gave no sign of life within ${deadlineMs / 1000} s`,
      "repair it: kecs start",
    ),
  ]);
}
