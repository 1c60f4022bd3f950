import type { ObservedDeployment } from "../../../core/ecs/observed/deploymentId";
import type { Deployment } from "../../../core/ecs/observed/kubernetesObjects";
import { liveObjects } from "../../controlPlane/liveObjects";
import { toObservedDeployment } from "../../../core/ecs/deployment/current";

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
