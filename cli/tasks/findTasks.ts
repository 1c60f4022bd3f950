import { clusterName } from "../../cluster/k3d/names";
import { listTasks } from "../../cluster/kubernetes/listTasks";
import type { Tasks } from "../../core/ecs/observed/task";
import { shellQuote } from "../../core/text/shellQuote";
import { KecsError, problem } from "../../core/validate";
import { neverStarted } from "../engine/findOutputs";
import type { SelectedStack } from "../project/selectedStack";

/**
 * The services and tasks of a stack's instance.
 *
 * @throws KecsError KECS4002 where it was never started or is stopped
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
      throw new KecsError([
        problem(
          "KECS4002",
          "",
          `instance "${instance}" of stack "${stack}" is stopped`,
          `start it: kecs start --stack ${shellQuote(stack)}`,
        ),
      ]);
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
