import { endApi } from "../../api/process/endApi";
import { clusterName } from "../../cluster/k3d/names";
import { probeCluster } from "../../cluster/k3d/probe";
import { KecsError, problem } from "../../core/validate";
import { refuseOthers } from "../../cluster/k3d/holder";
import { unpauseCluster } from "../../cluster/k3d/nap";
import { claimOf } from "../project/claim";
import { stop as stopCluster } from "../../cluster/k3d/stop";
import { prepareMachine } from "../machine/prepare";
import type { Command } from "../command";
import { prepareBackend } from "../engine/prepareBackend";
import { selectExistingStack } from "../project/selectedStack";
import { shellQuote } from "../../core/text/shellQuote";

/** `kecs stop`: stops the cluster's containers; everything in them is kept. */
export const stop: Command = {
  name: "stop",
  summary: "stop an instance and keep everything in it",
  async run(context) {
    const { io, console } = context;
    const selected = selectExistingStack(context);
    const { instance, stack, project, config } = selected;
    await prepareMachine(io, console, false, true);
    // Whose the cluster is hangs on the backend.
    prepareBackend(io.env, selected);
    const cluster = clusterName(instance);
    const found = await probeCluster(instance);
    if (found.kind === "absent") {
      throw new KecsError([
        problem(
          "KECS4002",
          "",
          `there is no cluster ${cluster}`,
          `start it: kecs start --stack ${shellQuote(stack)}`,
        ),
      ]);
    }
    const claim = claimOf(io.env, project, stack, config);
    refuseOthers(found, claim, instance);
    // What is paused takes no notice of being stopped.
    if (found.asleep) await unpauseCluster(io.env, instance, claim);
    await endApi(io.env, instance);
    const running = found.serverRunning || found.balancerRunning;
    if (running) {
      console.progress.start("cluster", `stopping ${cluster}`);
      await stopCluster(instance);
      console.progress.end("cluster", `${cluster} stopped`);
    }
    return {
      data: { stack, instance, cluster, stopped: running },
      text: running ? `${cluster} is stopped` : `${cluster} was stopped already`,
    };
  },
};
