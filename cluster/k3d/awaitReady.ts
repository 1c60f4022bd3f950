import { setTimeout as sleep } from "node:timers/promises";
import { parseJson } from "../../core/validate/parseJson";
import { KecsError, problem } from "../../core/validate";
import { run } from "../process/run";
import { kubectlArgv } from "./kubectl";
import { clusterName } from "./names";

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
  while (!signal.aborted) {
    const { code, stdout } = await run(argv, { timeoutMs: ANSWER_MS });
    if (code === 0 && areAlive(parseJson<Listed>(stdout, "kubectl"), now())) return;
    if (now() - since >= deadlineMs) throw notReady(instance, deadlineMs);
    await pause(PAUSE_MS);
  }
}

function areAlive({ items }: Listed, now: number): boolean {
  const signs = new Map(
    items
      .filter(({ kind }) => kind === "Lease")
      .map(({ metadata, spec }) => [metadata.name, Date.parse(spec?.renewTime ?? "")]),
  );
  return items
    .filter(({ kind }) => kind === "Node")
    .every(({ metadata, status }) => {
      const isKnown = status?.conditions?.some(
        (of) => of.type === "Ready" && of.status !== "Unknown",
      );
      return isKnown === true && now - (signs.get(metadata.name) ?? 0) < FRESH_MS;
    });
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
