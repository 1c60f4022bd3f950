import {
  FAILED_ANNOTATION,
  type ObservedDeployment,
} from "../../../core/ecs/observed/deploymentId";
import { conditionOf, type Deployment } from "../../../core/ecs/observed/kubernetesObjects";
import { liveObjects } from "../../controlPlane/liveObjects";
import { deploymentOf } from "../../../core/ecs/deployment/current";

/** What runs of a service before the program changes it. */
export async function observeDeployment(
  instance: string,
  name: string,
): Promise<ObservedDeployment> {
  return toObservedDeployment(await liveDeployment(instance, name));
}

/** Its Deployment, as it was before. */
export async function liveDeployment(
  instance: string,
  name: string,
): Promise<Deployment | undefined> {
  return (await liveObjects(instance)).get(`Deployment/${name}`) as Deployment | undefined;
}

/** The same from what the cluster said of it. */
export function toObservedDeployment(live: Deployment | undefined): ObservedDeployment {
  if (live === undefined) return { current: undefined, failed: undefined, isSound: false };
  return {
    current: deploymentOf(live.spec.template),
    failed: live.metadata.annotations?.[FAILED_ANNOTATION],
    isSound: isComplete(live),
  };
}

/**
 * Kubernetes' own word for a deployment whose tasks are all new and available. It says so of none
 * too, which is what the circuit breaker leaves of a first deployment.
 */
function isComplete({ status, spec }: Deployment): boolean {
  const progress = conditionOf(status?.conditions, "Progressing");
  const available = conditionOf(status?.conditions, "Available");
  return (
    spec.paused !== true &&
    spec.replicas !== 0 &&
    progress?.reason === "NewReplicaSetAvailable" &&
    available?.status === "True"
  );
}
