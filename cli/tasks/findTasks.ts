import { clusterName } from "../../cluster/k3d/names";
import { listTasks } from "../../cluster/kubernetes/listTasks";
import type { Tasks } from "../../core/ecs/observed/task";
import { shellQuote } from "../../core/text/shellQuote";
import { KecsError, problem } from "../../core/validate";
import { asleep, stopped } from "../engine/atRest";
import { neverStarted } from "../engine/findOutputs";
import type { SelectedStack } from "../project/selectedStack";

/**
 * The services and tasks of a stack's instance.
 *
 * @throws KecsError KECS4002 where it was never started or is stopped, KECS3023 where it is asleep
 */
export async function findTasks(selected: SelectedStack): Promise<Tasks> {
  const { instance, stack } = selected;
  const listed = await listTasks(instance);
  switch (listed.kind) {
    case "tasks":
      return listed;
    case "absent":
      throw neverStarted(selected);
    case "stopped":
      throw stopped(selected);
    case "asleep":
      throw asleep(selected);
    case "silent":
      throw new KecsError([
        problem(
          "KECS3004",
          clusterName(instance),
          `the cluster does not answer: ${listed.why}`,
          `repair it: kecs start --stack ${shellQuote(stack)}`,
        ),
      ]);
  }
}
