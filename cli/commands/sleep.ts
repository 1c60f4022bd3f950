import { pauseCluster } from "../../cluster/k3d/nap";
import { clusterName } from "../../cluster/k3d/names";
import { probeCluster } from "../../cluster/k3d/probe";
import { refuseOthers } from "../../cluster/k3d/holder";
import type { Command } from "../command";
import { refuseBusy } from "../engine/locks";
import { neverStarted } from "../engine/findOutputs";
import { prepareBackend } from "../engine/prepareBackend";
import { stopIfInterrupted } from "../interrupted";
import { prepareMachine } from "../machine/prepare";
import { claimOf } from "../project/claim";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs sleep`: pauses the cluster's containers; what runs in them stays in memory. */
export const sleep: Command = {
  name: "sleep",
  summary: "pause an instance: it takes no CPU, and wakes within seconds",
  async run(context) {
    const { io, console } = context;
    const selected = selectExistingStack(context);
    const { instance, stack, project, config } = selected;
    await prepareMachine(io, console, false, true);
    // Whose the cluster is hangs on the backend.
    prepareBackend(io.env, selected);
    const cluster = clusterName(instance);
    const found = await probeCluster(instance);
    if (found.kind === "absent") throw neverStarted(selected);
    const claim = claimOf(io.env, project, stack, config);
    refuseOthers(found, claim, instance);
    const data = { stack, instance, cluster };
    if (!found.serverRunning && !found.balancerRunning) {
      const text = `${cluster} is stopped, so there is nothing to pause`;
      return { data: { ...data, state: "stopped", paused: [] }, text };
    }
    refuseBusy(io.env, project, stack);
    console.progress.start("cluster", `pausing ${cluster}`);
    const paused = await pauseCluster(io.env, instance, claim);
    stopIfInterrupted(io.signal, `a part of ${cluster} may be paused; kecs wake lets it go on`);
    console.progress.end("cluster", `${cluster} paused`);
    return {
      data: { ...data, state: "asleep", paused },
      text: paused.length > 0 ? `${cluster} is asleep` : `${cluster} was asleep already`,
    };
  },
};
