import { awaitReady } from "../../cluster/k3d/awaitReady";
import { unpauseCluster } from "../../cluster/k3d/nap";
import { clusterName } from "../../cluster/k3d/names";
import type { Claim } from "../../cluster/k3d/owner";
import { stopIfInterrupted } from "../interrupted";
import type { Context } from "../command";

/** Lets the paused containers of an instance go on, and returns when its nodes are ready. */
export async function wakeUp(
  { io, console: { progress } }: Context,
  instance: string,
  claim: Claim,
): Promise<void> {
  progress.start("cluster", `waking ${clusterName(instance)}`);
  await unpauseCluster(io.env, instance, claim);
  await awaitReady(instance, { signal: io.signal });
  stopIfInterrupted(io.signal, `${clusterName(instance)} is awake, and may not answer yet`);
  progress.end("cluster", `${clusterName(instance)} is awake`);
}
