import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { getTaskPods } from "../../core/ecs/task/argv";
import { KecsError, problem } from "../../core/validate";
import { clusterName } from "../k3d/names";
import { itemsOf, kubectl } from "../kubernetes/kubectl";

/**
 * The pods of tasks that programs run once, whoever runs them. An instance that is not there has none.
 *
 * @param isPreview whether a cluster that does not answer counts as one without them
 * @throws KecsError KECS3004 where it does not: what has run would be run again
 */
export async function listTaskPods(instance: string, isPreview: boolean): Promise<readonly Pod[]> {
  const answer = await kubectl(instance, getTaskPods());
  if (answer.kind !== "failure" || isPreview) return itemsOf<Pod>(answer) ?? [];
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      `the cluster does not say which tasks have run: ${answer.why}`,
      "run the update again; kecs status shows whether the instance answers",
    ),
  ]);
}
