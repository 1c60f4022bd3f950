import { setTimeout as pause } from "node:timers/promises";
import type { Event, Pod } from "../../core/ecs/observed/kubernetesObjects";
import { plural } from "../../core/ecs/deployment/rolloutState";
import { taskState, type TaskEnd, type TaskState } from "../../core/ecs/task/state";
import { listWorkloadObjects } from "../deployment/listWorkloadObjects";
import { teller } from "../deployment/teller";
import { itemsOf } from "../kubernetes/kubectl";
import { stopTask } from "./stopTasks";

const POLL_MS = 1000;

/** A pod by its name, and by the cluster's own name for it. */
export interface PodName {
  readonly name: string;
  readonly uid: string;
}

export interface AwaitedTasks {
  readonly instance: string;
  readonly pods: readonly PodName[];
  /** Undefined where they may take as long as they like. */
  readonly timeoutSeconds?: number;
  readonly tell: (progress: string) => void;
  readonly signal?: AbortSignal;
}

/** A task and its pod. */
export interface EndedTask {
  readonly pod: Pod;
  readonly end: TaskEnd;
}

/** A task as it was seen last. */
export interface SeenTask {
  readonly pod: Pod;
  readonly state: TaskState;
}

export type TasksOutcome =
  | { readonly kind: "ended"; readonly tasks: readonly EndedTask[] }
  | { readonly kind: "late"; readonly tasks: readonly SeenTask[]; readonly progress: string }
  | { readonly kind: "gone"; readonly pod: string; readonly last: readonly SeenTask[] }
  | { readonly kind: "interrupted" }
  /** The cluster was not to be asked. */
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Waits until tasks that run once have ended, or their time is over. What ECS stops is stopped: the rest
 * of a task of which an essential container has ended, a task that cannot start, and one that is late.
 */
export async function awaitTasks(of: AwaitedTasks): Promise<TasksOutcome> {
  const { instance, timeoutSeconds = Infinity } = of;
  const begin = Date.now();
  const tell = teller(of.tell);
  const stopped = new Set<string>();
  let last: readonly SeenTask[] = [];
  for (;;) {
    const answer = await listWorkloadObjects(instance, Math.max(begin, Date.now() - POLL_MS));
    if (of.signal?.aborted === true) return { kind: "interrupted" };
    if (answer.kind === "nobody") return { kind: "unknown", why: answer.why };
    const isOver = Date.now() - begin >= timeoutSeconds * 1000;
    if (answer.kind === "failure") {
      if (isOver) return { kind: "unknown", why: answer.why };
      tell("waiting for the cluster to answer");
    } else {
      const seen = seenTasks(of.pods, itemsOf<Item>(answer) ?? [], Date.now());
      if ("gone" in seen) return { kind: "gone", pod: seen.gone, last };
      last = seen.tasks;
      for (const { pod, state } of last) {
        if (state.kind !== "ended" || !state.isLeft || stopped.has(pod.metadata.name)) continue;
        const failure = await stopTask(instance, pod, state.end);
        if (failure === undefined) stopped.add(pod.metadata.name);
      }
      const ended = last.flatMap(({ pod, state }) =>
        state.kind === "ended" ? [{ pod, end: state.end }] : [],
      );
      if (ended.length === last.length) return { kind: "ended", tasks: ended };
      const progress = progressText(last);
      if (isOver) return { kind: "late", tasks: last, progress };
      tell(progress);
    }
    await pause(POLL_MS, undefined, of.signal === undefined ? {} : { signal: of.signal }).catch(
      () => undefined,
    );
  }
}

/** The tasks that the cluster has at this moment; none where one is not there, or nobody answers. */
export async function lookOnce(of: Pick<AwaitedTasks, "instance" | "pods">) {
  const items = itemsOf<Item>(await listWorkloadObjects(of.instance, Date.now()));
  const seen = seenTasks(of.pods, items ?? [], Date.now());
  return "gone" in seen ? [] : seen.tasks;
}

type Item = (Pod | Event) & { readonly kind?: string };

function seenTasks(
  names: readonly PodName[],
  items: readonly Item[],
  now: number,
): { readonly tasks: readonly SeenTask[] } | { readonly gone: string } {
  const pods = items.filter(({ kind }) => kind === "Pod") as readonly Pod[];
  const events = items.filter(({ kind }) => kind === "Event") as readonly Event[];
  const tasks: SeenTask[] = [];
  for (const { name, uid } of names) {
    const pod = pods.find(({ metadata }) => metadata.name === name && metadata.uid === uid);
    if (pod === undefined) return { gone: name };
    tasks.push({ pod, state: taskState(pod, now, events) });
  }
  return { tasks };
}

/** `1 of 3 tasks ended; web: it is being created`. */
function progressText(tasks: readonly SeenTask[]): string {
  const states = tasks.map(({ state }) => state);
  const running = states.flatMap((of) => (of.kind === "running" ? [of.waitsFor] : []));
  const waitsFor = running.find((text) => text !== "");
  const what =
    waitsFor === undefined
      ? `${plural(running.length, "task")} ${running.length === 1 ? "runs" : "run"}`
      : `waiting for ${waitsFor}`;
  if (tasks.length === 1) return what;
  const ended = states.length - running.length;
  return `${ended} of ${plural(tasks.length, "task")} ended; ${what}`;
}
