import { run } from "../process/run";
import type { Workloads } from "../../core/ecs/observed/workloads";
import { getServiceRecords } from "./argv";
import type { StackListener } from "../../core/outputs/stackListeners";
import { wantedTargets } from "../../core/ecs/observed/wantedTargets";

/**
 * The listeners whose target groups have no target because the program wants none, as with
 * `desiredCount: 0`: their 503 is the right answer. Where tasks are wanted and none is there, or the
 * cluster does not tell, it is not.
 */
export async function idleListeners(
  instance: string,
  listeners: readonly StackListener[],
  workloads: Workloads | undefined,
): Promise<ReadonlySet<StackListener>> {
  const empty = listeners.filter(
    ({ targetGroups }) => targetGroups.length > 0 && workloads?.health(targetGroups).desired === 0,
  );
  if (empty.length === 0) return new Set();
  const got = await run(getServiceRecords(instance));
  if (got.code !== 0) return new Set();
  const wanted = wantedTargets(got.stdout);
  return new Set(
    empty.filter(({ targetGroups }) => targetGroups.every((arn) => (wanted.get(arn) ?? 0) === 0)),
  );
}
