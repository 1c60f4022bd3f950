import { isLive } from "../../../../core/ecs/observed/kubernetesObjects";
import { taskMetadataOf } from "../../../../core/ecs/observed/containersMetadata";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import { isActive } from "./lifetime";

/** Whether a service or a task is of a task definition. */
export function isInUse(world: World, { arn }: Pick<AwsObject, "arn">): boolean {
  return (
    ofKind(world, "svc").some(
      (service) => isActive(service) && serviceAttributes(service).taskDefinition === arn,
    ) ||
    world.cluster.pods.some(
      (pod) => isLive(pod) && taskMetadataOf(pod.metadata).taskDefinitionArn === arn,
    )
  );
}
