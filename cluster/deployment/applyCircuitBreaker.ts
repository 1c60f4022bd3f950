import { kubectl } from "../kubernetes/kubectl";
import type { ReplicaSet } from "../../core/ecs/observed/kubernetesObjects";
import {
  applyAs,
  getManaged,
  noteFailed,
  scaleTo,
  setPaused,
} from "../../core/ecs/deployment/argv";
import { currentReplicaSet, deploymentOf } from "../../core/ecs/deployment/current";
import {
  rollbackManifest,
  type ManagedDeployment,
} from "../../core/ecs/deployment/rollbackManifest";
import { lastCompletedDeployment } from "../../core/ecs/deployment/lastCompletedDeployment";
import type { CircuitBreaker, BreakerOutcome } from "../../core/ecs/deployment/circuitBreaker";
import type { Snapshot } from "../../core/ecs/deployment/snapshot";
import { parseJson } from "../../core/validate/parseJson";

/** What there is to be given up. */
export interface Failure {
  readonly snapshot: Snapshot;
  /** Whether nothing but its time was over: then it may still come about by itself. */
  readonly isLate: boolean;
  /** What there is to be said of it, without secret values. */
  readonly why: string;
}

/**
 * Does with a failed deployment what the circuit breaker says. It is noted before anything else, so
 * that the next `up` tries again, also where this one is cut off.
 */
export async function applyCircuitBreaker(
  instance: string,
  { snapshot, isLate, why }: Failure,
  { enable, rollback }: CircuitBreaker,
): Promise<BreakerOutcome> {
  if (isLate && !enable) return "left";
  const { name } = snapshot.deployment.metadata;
  await kubectl(
    instance,
    noteFailed(name, deploymentOf(snapshot.deployment.spec.template) ?? "", why),
  );
  if (!enable) return "left";
  const earlier = lastCompletedDeployment(snapshot);
  if (earlier !== undefined && rollback && (await rollBack(instance, name, earlier))) {
    return "rolled back";
  }
  await stop(instance, snapshot, earlier);
  return "stopped";
}

async function rollBack(instance: string, name: string, earlier: ReplicaSet): Promise<boolean> {
  const answer = await kubectl(instance, getManaged(name));
  if (answer.kind !== "answer") return false;
  const application = rollbackManifest(
    parseJson<ManagedDeployment>(answer.text, "kubectl"),
    earlier,
  );
  if (application === undefined) return false;
  const { manager, manifest } = application;
  const applied = await kubectl(instance, applyAs(manager), JSON.stringify(manifest));
  return applied.kind === "answer";
}

/** Without earlier tasks Kubernetes would give all of them to the new ones, so there are to be none. */
async function stop(
  instance: string,
  snapshot: Snapshot,
  earlier: ReplicaSet | undefined,
): Promise<void> {
  const { name } = snapshot.deployment.metadata;
  const failed = currentReplicaSet(snapshot);
  if (earlier === undefined || failed === undefined) {
    await kubectl(instance, scaleTo("deployment", name, 0));
    return;
  }
  await kubectl(instance, setPaused(name, true));
  await kubectl(instance, scaleTo("replicaset", failed.metadata.name, 0));
}
