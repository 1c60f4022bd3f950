import { findHostAddress } from "../../cluster/k3d/hostAddress";
import { isAsleep } from "../../cluster/k3d/isAsleep";
import { ClusterUnreachable, connectApiServer } from "../../cluster/kubernetes/direct/apiServer";
import { STATUS_PATH, type ApiStatus } from "../process/findApi";
import { fingerprint, type ApiParts } from "../process/fingerprint";
import { newUpkeep } from "../operations/ecs/upkeep";
import { ObjectsRefused } from "../reconcile/reconciler";
import { Refusal } from "../wire/protocol/refusal";
import { serve } from "../wire/server";
import type { Store } from "../store/store";
import { leniencyWarnings } from "../world/leniencyWarnings";
import type { AwsObject, World } from "../world/world";
import { awaitAbsence } from "./awaitAbsence";
import { LENIENCIES } from "./dispatch";
import { openInstance, type InstanceAccess } from "./openInstance";
import { Performer } from "./perform";
import { performCall } from "./performCall";
import { Upkeep } from "./upkeep";
import { passOn } from "./upstream";
import { AsleepError, whileAwake } from "./whileAwake";

export interface ApiOptions extends Omit<InstanceAccess, "server" | "hostAddress">, ApiParts {
  /** 0 for any that is free. */
  readonly port: number;
  /** The emulator on this machine that gets what is not emulated here. */
  readonly upstream: URL | undefined;
}

export interface RunningApi {
  readonly status: () => ApiStatus;
  /** Settles when the cluster has been silent for so long that it will not come back by itself. */
  readonly absence: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Runs the AWS API of an instance until it is closed. */
export async function runApi(options: ApiOptions): Promise<RunningApi> {
  const { connection, isStrict, tell, upstream } = options;
  const [cluster, hostAddress] = await Promise.all([
    connectApiServer(options.kubeconfig),
    findHostAddress(connection.instance),
  ]);
  const instance = await openInstance({ connection, hostAddress, isStrict, tell, server: cluster });
  const performer = new Performer(instance);
  const since = new Date().toISOString();
  const warnings = new Set<string>();
  if (hostAddress === undefined) warnings.add(NO_HOST_ADDRESS);
  const status = (): ApiStatus => ({
    instance: connection.instance,
    pid: process.pid,
    port: server.port,
    since,
    fingerprint: fingerprint(options),
    ...held(() => performer.world(), [...instance.refused(), ...warnings]),
  });
  const sleeper = {
    instance: connection.instance,
    isAsleep: () => isAsleep(connection.instance),
  };
  const server = await serve({
    port: options.port,
    status: { path: STATUS_PATH, of: status },
    otherService: upstream === undefined ? undefined : (of) => passOn(upstream, of),
    handle: (call) => {
      const { service, operation, unknown } = call;
      for (const path of unknown.slice(0, MOST_FIELDS)) {
        if (warnings.size < MOST_WARNINGS) {
          warnings.add(`${operation} of ${service} has no field ${path}, so it was left out`);
        }
      }
      return whileAwake(performCall(performer, call), sleeper).catch((error: unknown) => {
        throw refusalOf(error, connection.instance) ?? error;
      });
    },
    onError: (error) => {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
  });
  const running = new Upkeep(performer, newUpkeep(), instance.changes, tell);
  const closing = new AbortController();
  return {
    status,
    absence: awaitAbsence(
      () => answers(instance.store) || sleeper.isAsleep(),
      closing.signal,
    ).catch(() => undefined),
    close: async () => {
      closing.abort();
      await server.close();
      await running.stop();
      await instance.close();
    },
  };
}

/** What a caller is told of what the cluster does not do. */
function refusalOf(error: unknown, instance: string): Refusal | undefined {
  if (error instanceof AsleepError) return new Refusal("unavailable", error.message);
  if (error instanceof ClusterUnreachable) {
    const message = `The cluster of instance ${instance} does not answer: run kecs start.`;
    return new Refusal("unavailable", message);
  }
  if (!(error instanceof ObjectsRefused)) return undefined;
  const message = `Kubernetes refuses what this is to make: ${error.message}. The change is kept without that effect until it is undone; kecs status lists it.`;
  return new Refusal("withoutEffect", message);
}

const NO_HOST_ADDRESS =
  "the network's address of this machine is not known, so targets of localhost get no requests: run kecs start";
const MOST_FIELDS = 10;
const MOST_WARNINGS = 100;

/** What the instance holds; a cluster that does not answer is a warning of its own. */
function held(
  world: () => World,
  warnings: readonly string[],
): Pick<ApiStatus, "holds" | "warnings"> {
  try {
    const now = world();
    const without = leniencyWarnings(Object.values(LENIENCIES).flat(), now);
    return { holds: countByKind(now.objects), warnings: [...without, ...warnings] };
  } catch (error) {
    if (!(error instanceof ClusterUnreachable)) throw error;
    return { holds: {}, warnings: [error.message, ...warnings] };
  }
}

function answers(store: Store): boolean {
  try {
    store.objects();
    return true;
  } catch {
    return false;
  }
}

function countByKind(objects: readonly AwsObject[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, owner } of objects) {
    if (owner === "api") counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
