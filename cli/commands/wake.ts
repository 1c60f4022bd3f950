import { clusterName } from "../../cluster/k3d/names";
import { probeCluster } from "../../cluster/k3d/probe";
import { refuseOthers } from "../../cluster/k3d/holder";
import type { Command } from "../command";
import { stopped } from "../engine/atRest";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { prepareBackend } from "../engine/prepareBackend";
import { wakeUp } from "../engine/wakeUp";
import { prepareMachine } from "../machine/prepare";
import { claimOf } from "../project/claim";
import { selectExistingStack } from "../project/selectedStack";
import { awaitUrls, silenceOf } from "../urls/awaitUrls";
import { DEADLINE_MS } from "../urls/wait";

/** `kecs wake`: lets a paused instance go on, until every URL of the stack answers. */
export const wake: Command = {
  name: "wake",
  summary: "let an instance that is asleep go on, until its URLs answer",
  async run(context) {
    const { io, console } = context;
    const selected = selectExistingStack(context);
    const { instance, stack, project, config } = selected;
    await prepareMachine(io, console, false, true);
    // Whose the cluster is hangs on the backend.
    prepareBackend(io.env, selected);
    const cluster = clusterName(instance);
    // What the stack puts out is read while the cluster wakes.
    const reading = findOutputs(io.env, selected);
    reading.catch(() => undefined);
    const found = await probeCluster(instance);
    if (found.kind === "absent") throw neverStarted(selected);
    const claim = claimOf(io.env, project, stack, config);
    refuseOthers(found, claim, instance);
    if (!found.asleep && !found.serverRunning) throw stopped(selected);
    if (found.asleep) await wakeUp(context, instance, claim);

    const outputs = await reading;
    const listeners = [];
    if (outputs !== undefined) {
      console.progress.start("URLs", "waiting for every URL to answer");
      const look = await awaitUrls(outputs, io.signal, DEADLINE_MS);
      if (look.silent.length > 0) throw await silenceOf(instance, look.silent);
      console.progress.end("URLs", `${look.reports.length} answer`);
      listeners.push(...look.reports);
    }
    return {
      data: { stack, instance, cluster, woken: found.asleep, listeners },
      text: found.asleep ? `${cluster} is awake` : `${cluster} was awake already`,
    };
  },
};
