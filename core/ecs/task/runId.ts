import { digest } from "../../naming";
import { isAtWork, type Pod } from "../observed/kubernetesObjects";
import { taskState } from "./state";

/*
 * A run of an EcsTask goes by whose it is, by what is run, and by when it was begun:
 * `<owner>.<digest>.<time>`. Its pods bear it, and their names follow from it, so a further run of the same
 * is a change that Pulumi sees, whatever became of the pods of the run before.
 */

/** On the pods of an EcsTask: which of its runs they are. */
export const RUN_ID_ANNOTATION = "kecs.dev/run-id";

export interface WantedRun {
  /** The component, by the key of its record. */
  readonly owner: string;
  /** All that a change of which is another run. */
  readonly content: unknown;
  readonly count: number;
  /** Whether it is run again although it has ended well. */
  readonly always: boolean;
}

/**
 * The run that an update makes: the last one where it goes on, or has ended well and nothing has
 * changed; else a new one.
 *
 * @param pods those of all tasks that programs made
 */
export function runId(wanted: WantedRun, pods: readonly Pod[], now: number): string {
  const owner = digest(wanted.owner, 8);
  const begin = `${owner}.${digest(JSON.stringify(wanted.content), 16)}.`;
  const own = pods.filter((pod) => idOf(pod).startsWith(`${owner}.`));
  const last = own.map(idOf).sort(byTime).at(-1);
  const states = own.filter((pod) => idOf(pod) === last).map((pod) => taskState(pod, now));
  const isWhole = states.length === wanted.count;
  const isSound = states.every((of) => of.kind === "running" || of.end.isSuccess);
  const goesOn = states.some(({ kind }) => kind === "running");
  const isKept = last?.startsWith(begin) === true && isWhole && isSound;
  return isKept && (goesOn || !wanted.always) ? last : `${begin}${now.toString(36)}`;
}

/**
 * The pods of other runs of the same component that go on: an update was interrupted while it waited for
 * them, or left them behind.
 */
export function otherRuns(id: string, pods: readonly Pod[]): Pod[] {
  const [owner = ""] = id.split(".");
  return pods.filter((pod) => {
    const of = idOf(pod);
    return of !== id && of.startsWith(`${owner}.`) && isAtWork(pod);
  });
}

/** What tells the pods of a run from others: eight digits. */
export function podSuffix(run: string, index: number): string {
  return digest(`${run}/${index}`, 8);
}

function idOf({ metadata }: Pod): string {
  return metadata.annotations?.[RUN_ID_ANNOTATION] ?? "";
}

function byTime(a: string, b: string): number {
  return timeOf(a) - timeOf(b);
}

function timeOf(run: string): number {
  return Number.parseInt(run.split(".")[2] ?? "0", 36);
}
