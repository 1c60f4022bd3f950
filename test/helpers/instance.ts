import { KecsInstance, type KecsInstanceArgs } from "../../components";
import { ownerOf } from "../../cluster/k3d/owner";
import { backendIdentity } from "../../cluster/machine/backendIdentity";
import type { inspectMachine } from "../../cluster/machine/inspectMachine";
import type { InstanceSettings } from "../../cluster/machine/settings";
import { planPorts } from "../../core/ports/plan";
import { deploy, type Deployment, type Registration } from "./deploy";

export const COMMAND = "command:local:Command";
export const INSTANCE = "kecs:instance:KecsInstance::myapp";
export const TRAEFIK = "kecs:instance:Traefik::myapp-traefik";
export const CLUSTER = `${COMMAND}::myapp-cluster`;
export const RANGE = { portRangeStart: 9000, portRangeEnd: 9009 };
export const OWNER = ownerOf({
  backend: backendIdentity(process.env, process.cwd()),
  project: "kecs",
  stack: "test",
});

/** The ports of an instance with that range. */
export const plan = planPorts({
  bindAddress: "127.0.0.1",
  httpPort: 8080,
  httpsPort: 8443,
  range: { start: 9000, end: 9009 },
});

/** A machine that has nothing yet, and whose free ports are 8090 and 8490. */
export function emptyMachine(settings: InstanceSettings): ReturnType<typeof inspectMachine> {
  const httpPort = settings.httpPort === 0 ? 8090 : settings.httpPort;
  const httpsPort = settings.httpsPort === 0 ? 8490 : settings.httpsPort;
  return Promise.resolve({
    plan: planPorts({ ...settings, httpPort, httpsPort }),
    found: { kind: "absent" },
    decision: { clusterIdentifier: "e1", repairId: "g1", replaceReasons: [], balancerReasons: [] },
  });
}

/** A program with the instance "myapp"; its Commands have the same standard output. */
export function deployInstance(
  args: KecsInstanceArgs = RANGE,
  preview = false,
  stdout: unknown = "KUBECONFIG",
): Promise<Deployment> {
  return deploy(() => ({ instance: new KecsInstance("myapp", args).connection }), {
    preview,
    state: { [COMMAND]: { stdout } },
  });
}

export const head = ({ type, name, parent }: Registration): string =>
  `${parent ?? "-"} > ${type}::${name}`;
