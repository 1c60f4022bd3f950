import { clusterName } from "../../cluster/k3d/names";
import { probeCluster } from "../../cluster/k3d/probe";
import { KecsError, problem } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { run } from "../../cluster/process/run";
import { shellQuote } from "../../core/text/shellQuote";
import { neverStarted } from "../commands/findOutputs";
import type { Target } from "../commands/target";
import { getTasks } from "./argv";
import { readTasks } from "./readTasks";
import type { Tasks } from "./task";

/**
 * The services and tasks of an instance.
 *
 * @throws KecsError KECS4002 where it was never started or is stopped
 */
export async function lookAtTasks(target: Target): Promise<Tasks> {
  const { instance, stack } = target;
  const got = await run(getTasks(instance));
  if (got.code === 0) return readTasks(got.stdout);
  const found = await probeCluster(instance);
  if (found.kind === "absent") throw neverStarted(target);
  if (!found.serverRunning) {
    const message = `instance "${instance}" of stack "${stack}" is stopped`;
    throw new KecsError([
      problem("KECS4002", "", message, `start it: kecs start --stack ${shellQuote(stack)}`),
    ]);
  }
  const why = lastLine(got.stderr);
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      `the cluster does not answer: ${why}`,
      `let it be repaired: kecs start --stack ${shellQuote(stack)}`,
    ),
  ]);
}
