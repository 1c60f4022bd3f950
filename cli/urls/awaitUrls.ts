import { KecsError, problem, type Issue } from "../../core/validate";
import type { KecsOutputs } from "../../core/outputs/contract";
import { listWorkloads } from "../../cluster/kubernetes/listWorkloads";
import { listenersOf } from "../../core/outputs/stackListeners";
import { ask, describeAnswer } from "./ask";
import { idleListeners } from "../../cluster/kubernetes/idleListeners";
import { taskEvidence } from "../../cluster/kubernetes/taskEvidence";
import { plannedStatus } from "../../core/outputs/plannedStatus";
import { reportOf, targetsText, type ListenerReport } from "./report";
import { DEADLINE_MS, ROUTE_GRACE_MS, serves, waitForAnswer } from "./wait";

/** What every URL of a stack answered in the end. */
export interface AwaitedUrls {
  readonly reports: readonly ListenerReport[];
  /** Those that gave no answer but errors. */
  readonly silent: readonly ListenerReport[];
  /** Whether all is as it should be: none is silent, and none says that Traefik has no route. */
  readonly isWhole: boolean;
}

/** Waits for every URL of a stack, each until it answers or the time is up. */
export async function awaitUrls(
  outputs: KecsOutputs,
  signal: AbortSignal,
  deadlineMs: number,
): Promise<AwaitedUrls> {
  const listeners = listenersOf(outputs.albs);
  const before = await listWorkloads(outputs.instance);
  const idle = await idleListeners(outputs.instance, listeners, before);
  const answers = await Promise.all(
    listeners.map(async (listener) => {
      const planned =
        plannedStatus(outputs.albs, listener) ?? (idle.has(listener) ? 503 : undefined);
      const answer = await waitForAnswer({
        ask: () => ask(listener),
        signal,
        deadlineMs,
        planned,
      });
      return { listener, answer, isServed: serves(answer, ROUTE_GRACE_MS, planned) };
    }),
  );
  const workloads = await listWorkloads(outputs.instance);
  const reports = answers.map(({ listener, answer }) => reportOf(listener, answer, workloads));
  const silent = reports.filter((_, i) => answers[i]?.isServed !== true);
  const isWhole = silent.length === 0 && answers.every(({ answer }) => answer.unrouted !== true);
  return { reports, silent, isWhole };
}

/** The error for URLs that do not answer, with what their tasks say. */
export async function silenceOf(
  instance: string,
  silent: AwaitedUrls["silent"],
): Promise<KecsError> {
  const evidence = await taskEvidence(instance);
  return new KecsError(silent.map((report) => silence(report, evidence)));
}

function silence(report: ListenerReport, evidence: readonly string[]): Issue {
  const { url, targets, status, answer } = report;
  return problem(
    "KECS3002",
    url,
    [
      `no answer within ${DEADLINE_MS / 1000} s; the last was ${describeAnswer(
        status === null ? { error: answer } : { status },
      )}, healthy targets ${targetsText(targets)}`,
      ...evidence.map((line) => `  ${line}`),
    ].join("\n"),
    'look at the tasks: eval "$(npx kecs env)" && kubectl get pods -n kecs',
  );
}
