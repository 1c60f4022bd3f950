import { findApi, type ApiStatus } from "../../api/process/findApi";
import { apiUrl } from "../api/apiUrl";
import { clusterName } from "../../cluster/k3d/names";
import { probeCluster, type ClusterState } from "../../cluster/k3d/probe";
import { expectedRoutes } from "../../cluster/traefik/expectedRoutes";
import { lookAtRoutes } from "../../cluster/traefik/lookAtRoutes";
import { run } from "../../cluster/process/run";
import { containerStart } from "../../cluster/k3d/argv";
import { listWorkloads } from "../../cluster/kubernetes/listWorkloads";
import { listenersOf } from "../../core/outputs/stackListeners";
import { ofThisVersion } from "../../core/outputs/ofThisVersion";
import { prepareMachine } from "../machine/prepare";
import { ask, type Answer } from "../urls/ask";
import { reportOf } from "../urls/report";
import type { Command } from "../command";
import { findWays } from "../engine/findWays";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { statusText, type Status } from "../text/statusText";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs status`: what of the instance runs and answers at this moment, whichever stack made it. */
export const status: Command = {
  name: "status",
  summary: "show what runs and which URLs answer",
  changesNothing: true,
  async run(context) {
    const { io, console } = context;
    const selected = selectExistingStack(context);
    const { instance, stack } = selected;
    await prepareMachine(io, console, false, true);
    const [found, outputs] = await Promise.all([
      probeCluster(instance),
      findOutputs(io.env, selected),
    ]);
    if (found.kind === "absent" && outputs === undefined) throw neverStarted(selected);

    const state = stateOf(found);
    const isUp = state === "running";
    const own = outputs?.albs ?? {};
    // A cluster that does not answer is not asked once more.
    const { albs, endpoints } =
      isUp && outputs !== undefined
        ? await findWays(io.env, outputs)
        : { albs: own, endpoints: [] };
    const expected = ofThisVersion(stack, () => expectedRoutes(albs));
    const listeners = listenersOf(albs);
    const [workloads, routes, since, awsApi, answers] = await Promise.all([
      isUp ? listWorkloads(instance) : Promise.resolve(undefined),
      isUp ? lookAtRoutes(instance, expected) : Promise.resolve(undefined),
      isUp ? startOf(instance) : Promise.resolve(null),
      findApi(io.env, instance),
      Promise.all(listeners.map((one) => (isUp ? ask(one) : notAsked(state)))),
    ]);
    const data: Status = {
      stack,
      instance,
      cluster: { name: clusterName(instance), state, since },
      traefik: workloads === undefined ? "unknown" : workloads.traefikReady ? "ready" : "not ready",
      routes: routes ?? null,
      awsApi: awsApi === undefined ? null : apiOf(awsApi),
      listeners: listeners.map((one, i) => reportOf(one, answers[i] ?? {}, workloads)),
      endpoints,
    };
    return { data, text: statusText(data, console.style) };
  },
};

function apiOf(status: ApiStatus): Status["awsApi"] {
  const { since, holds, warnings } = status;
  return { url: apiUrl(status), since, holds, warnings };
}

function stateOf(found: ClusterState): Status["cluster"]["state"] {
  if (found.kind === "absent") return "absent";
  if (found.asleep) return "asleep";
  if (!found.serverRunning && !found.balancerRunning) return "stopped";
  return found.answers ? "running" : "not answering";
}

function notAsked(state: string): Promise<Answer> {
  return Promise.resolve({ error: state });
}

async function startOf(instance: string): Promise<string | null> {
  const started = await run(containerStart(instance));
  return started.code === 0 ? started.stdout.trim() : null;
}
