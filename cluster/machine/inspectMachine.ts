import { randomBytes } from "node:crypto";
import { throwIfErrors } from "../../core/validate";
import { decide, type Decision } from "../k3d/lifecycle";
import { judgeOwner } from "../k3d/owner";
import { portMappings } from "../k3d/portMappings";
import { probeCluster, type ClusterState } from "../k3d/probe";
import { planPorts, HTTP_NODE_PORT, HTTPS_NODE_PORT, type PortPlan } from "../../core/ports/plan";
import { DEFAULT_HTTP_PORT, DEFAULT_HTTPS_PORT } from "../../core/ports/validate";
import { firstFreePort } from "../preflight/freePort";
import { checkPorts } from "../preflight/ports";
import { reservePort } from "../preflight/reservePort";
import { checkTools } from "../preflight/tools";
import type { InstanceSettings } from "./settings";

/** What the machine says, and what an update has to do about it. */
export interface MachineState {
  readonly plan: PortPlan;
  readonly found: ClusterState;
  readonly decision: Decision;
}

/**
 * Looks at the machine before anything is created: the Docker daemon, k3d, the cluster that is
 * there and whose it is, every local port. Throws one KecsError with all that stands in the way.
 *
 * @param owner the stack that the instance belongs to, as `ownerOf` writes it
 */
export async function inspectMachine(
  settings: InstanceSettings,
  owner: string,
): Promise<MachineState> {
  throwIfErrors(await checkTools());
  const { instance, takeOver } = settings;
  const found = await probeCluster(instance);
  throwIfErrors(judgeOwner(found, { owner, takeOver }, instance));
  const plan = await resolvePlan(settings, found);
  throwIfErrors(await checkPorts(plan, found));
  const wanted = {
    owner,
    image: settings.k3sImage,
    agents: settings.agents,
    hostPaths: settings.hostPaths,
    mappings: portMappings(plan),
  };
  return { plan, found, decision: decide(wanted, found, randomBytes(6).toString("hex")) };
}

/** The plan with real ports in the place of 0: those of the present cluster, else free ones. */
async function resolvePlan(settings: InstanceSettings, found: ClusterState): Promise<PortPlan> {
  const { range } = settings;
  const taken = new Set([settings.httpPort, settings.httpsPort]);
  for (let port = range?.start ?? 1; port <= (range?.end ?? 0); port += 1) taken.add(port);

  const canBeHad = (port: number): boolean => reservePort(process.env, settings.instance, port);
  const pick = async (asked: number, from: number, nodePort: number): Promise<number> => {
    if (asked !== 0) return asked;
    const kept = publishedFor(found, nodePort);
    const isKept = kept !== undefined && !taken.has(kept);
    const port = isKept ? kept : await firstFreePort(from, taken, canBeHad);
    taken.add(port);
    return port;
  };
  const httpPort = await pick(settings.httpPort, DEFAULT_HTTP_PORT, HTTP_NODE_PORT);
  const httpsPort = await pick(settings.httpsPort, DEFAULT_HTTPS_PORT, HTTPS_NODE_PORT);
  return planPorts({ ...settings, httpPort, httpsPort });
}

function publishedFor(found: ClusterState, nodePort: number): number | undefined {
  const mapping = found.published?.find((entry) => entry.endsWith(`:${nodePort}`));
  return mapping === undefined ? undefined : Number(mapping.split(":").at(-2));
}
