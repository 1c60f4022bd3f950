import { setTimeout as pause } from "node:timers/promises";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import type { TaskStopNote } from "../../core/ecs/observed/taskStop";
import { removePod, stopPod } from "../../core/ecs/task/argv";
import { kubectl } from "../kubernetes/kubectl";

const ATTEMPTS = 5;
const PAUSE_MS = 1000;

/**
 * Ends a task: its pod stays, but for one that no node has, which nothing else would end.
 *
 * @returns why the cluster did not do it
 */
export async function stopTask(
  instance: string,
  pod: Pod,
  { stopCode, stoppedReason }: TaskStopNote,
): Promise<string | undefined> {
  const { name } = pod.metadata;
  const isPlaced = pod.spec?.nodeName !== undefined;
  const answer = await kubectl(
    instance,
    isPlaced ? stopPod(name, { stopCode, stoppedReason }) : removePod(name),
  );
  return answer.kind === "answer" ? undefined : answer.why;
}

/**
 * Ends several tasks, and asks again where the cluster does not do it.
 *
 * @returns why it did not in the end
 */
export async function stopTasks(
  instance: string,
  pods: readonly Pod[],
  why: TaskStopNote,
): Promise<string | undefined> {
  let left = pods;
  for (let attempt = 1; ; attempt += 1) {
    const failures = await Promise.all(
      left.map(async (pod) => ({ pod, failure: await stopTask(instance, pod, why) })),
    );
    const failed = failures.filter(({ failure }) => failure !== undefined);
    if (failed.length === 0 || attempt === ATTEMPTS) return failed[0]?.failure;
    left = failed.map(({ pod }) => pod);
    await pause(PAUSE_MS);
  }
}
