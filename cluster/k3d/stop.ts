import { devNull } from "node:os";
import { clusterName } from "./names";
import { KecsError, problem } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { run } from "../process/run";
import { stopCluster } from "./argv";

/** Stops the cluster's containers; k3d is kept away from the user's own kubeconfig. */
export async function stop(instance: string): Promise<void> {
  const stopped = await run(stopCluster(instance), {
    env: { KUBECONFIG: devNull },
    timeoutMs: 120_000,
  });
  if (stopped.code === 0) return;
  throw new KecsError([
    problem(
      "KECS3004",
      clusterName(instance),
      `the cluster could not be stopped: ${lastLine(stopped.stderr)}`,
      `look at it: docker ps --all --filter label=k3d.cluster=${clusterName(instance)}`,
    ),
  ]);
}
