import { serviceRevision } from "../../../../core/ecs/service/revision";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import {
  lastCompleted,
  rolloutOf,
  withCompleted,
  withReplaced,
  type ServiceRollout,
} from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";
import { serviceStatus, type ServiceStatus } from "./serviceStatus";

/**
 * How the deployments of a service went until now. What is described as COMPLETED, and what `services-stable`
 * waits for no longer, is noted as complete also where upkeep has not come to it yet: whoever waited for that
 * and deploys next has to come back to it.
 */
export function rolloutSoFar(service: AwsObject, world: World): ServiceRollout {
  const attributes = serviceAttributes(service);
  const { deployments } = serviceStatus(service, world);
  const [{ deployment }] = deployments;
  if (lastCompleted(attributes)?.deployment === deployment || !isStable(deployments)) {
    return rolloutOf(attributes);
  }
  const at = world.now.toISOString();
  return withCompleted(attributes, { deployment, at, revision: serviceRevision(attributes) });
}

/** Tasks that ended and were started again may run just now, and say nothing. */
function isStable([primary, ...earlier]: ServiceStatus["deployments"]): boolean {
  const { rolloutState, running, desired, failed } = primary;
  if (running === 0 || rolloutState === "FAILED") return false;
  return (
    rolloutState === "COMPLETED" || (earlier.length === 0 && running === desired && failed === 0)
  );
}

/** The rollout of a service that was changed: notes the deployment in whose place it wants another. */
export function rolloutOfChanged(
  changed: AwsObject,
  before: AwsObject,
  world: World,
): ServiceRollout {
  const rollout = rolloutOf(serviceAttributes(changed));
  const [old] = serviceStatus(before, world).deployments;
  const [{ deployment }] = serviceStatus(changed, world).deployments;
  if (deployment === old.deployment) return rollout;
  return withReplaced(rollout, {
    deployment: old.deployment,
    createdAt: old.createdAt.toISOString(),
    replacedAt: world.now.toISOString(),
    by: deployment,
    revision: serviceRevision(serviceAttributes(before)),
  });
}
