import { setTimeout as pause } from "node:timers/promises";
import { isAtWork, type Pod } from "../../core/ecs/observed/kubernetesObjects";
import { runLeft } from "../../core/ecs/task/messages";
import { KecsError } from "../../core/validate";
import { teller } from "../deployment/teller";
import { listTaskPods } from "./listTaskPods";
import { stopTasks } from "./stopTasks";

const POLL_MS = 1000;
/** Longer than the longest stopTimeout of AWS. */
const LONGEST_END_SECONDS = 150;

export interface LeftRuns {
  readonly instance: string;
  /** The component, as errors name it. */
  readonly path: string;
  readonly pods: readonly Pod[];
  readonly tell: (progress: string) => void;
}

/**
 * Ends runs of a component before the next one begins, so that no two of them are at work at once.
 *
 * @throws KecsError KECS3017 where one goes on
 */
export async function endRuns({ instance, path, pods, tell }: LeftRuns): Promise<void> {
  if (pods.length === 0) return;
  const say = teller(tell);
  const failure = await stopTasks(instance, pods, {
    stopCode: "UserInitiated",
    stoppedReason: "another run of the task begins",
  });
  if (failure !== undefined) throw new KecsError([runLeft(path, failure)]);
  const uids = new Set(pods.map(({ metadata }) => metadata.uid));
  const end = Date.now() + LONGEST_END_SECONDS * 1000;
  for (;;) {
    const listed = await listTaskPods(instance, false);
    const left = listed.filter((pod) => uids.has(pod.metadata.uid) && isAtWork(pod));
    const [first] = left;
    if (first === undefined) return;
    if (Date.now() >= end) {
      throw new KecsError([runLeft(path, `pod "${first.metadata.name}" does not end`)]);
    }
    say("waiting for the run before this one to end");
    await pause(POLL_MS);
  }
}
