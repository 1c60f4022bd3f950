import { deploymentOf, toObservedDeployment } from "../../../../core/ecs/deployment/current";
import { deploymentId } from "../../../../core/ecs/observed/deploymentId";
import type { Deployment } from "../../../../core/ecs/observed/kubernetesObjects";
import {
  SECRETS_ANNOTATION,
  taskTemplate,
  triggersAnnotation,
} from "../../../../core/ecs/service/manifests";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { recordedService } from "../../../../core/ecs/service/recorded";
import { stoppedDeployment } from "../../../../core/ecs/service/rollout";
import type { AwsObject, World } from "../../../world/world";

/**
 * What the pods of the deployment are called that the record of a service wants, where the cluster
 * has not begun it yet; undefined where it has, or where the deployment was given up.
 */
export function awaitedDeployment(
  service: AwsObject,
  world: World,
  live: Deployment | undefined,
): string | undefined {
  const { current } = toObservedDeployment(live);
  const wanted = wantedDeployment(service, world, live);
  if (live === undefined) return wanted ?? FIRST;
  if (service.owner === "pulumi") {
    return hasTriggers(service, live) ? undefined : `${current ?? FIRST}/forced`;
  }
  const stopped = stoppedDeployment(serviceAttributes(service))?.deployment;
  if (wanted === undefined || isSame(current, wanted) || isSame(stopped, wanted)) return undefined;
  return wanted;
}

/** What a deployment is called of which nothing is known but that it is wanted. */
const FIRST = "first";

/** Of a task definition whose record tells no model nothing is known. */
function wantedDeployment(
  service: AwsObject,
  { objects, connection }: World,
  live: Deployment | undefined,
): string | undefined {
  const secretsVersion = live?.spec.template.metadata?.annotations?.[SECRETS_ANNOTATION] ?? "";
  const model = recordedService(service, objects, connection, secretsVersion);
  return model === undefined
    ? undefined
    : deploymentId(taskTemplate(model), toObservedDeployment(live));
}

/** Whether they deploy the same, at whatever attempt. */
function isSame(a: string | undefined, b: string): boolean {
  return a?.split(".")[0] === b.split(".")[0];
}

/** Whether a program's service has been deployed again since somebody asked for it. */
function hasTriggers(service: AwsObject, live: Deployment): boolean {
  const present = live.spec.template.metadata?.annotations ?? {};
  const wanted = triggersAnnotation(serviceAttributes(service).triggers);
  return Object.entries(wanted).every(([key, value]) => present[key] === value);
}

/** What the pods of the deployment are called that the cluster works on. */
export function currentDeployment({ spec }: Deployment): string {
  return deploymentOf(spec.template) ?? FIRST;
}
