import type { ListTasksRequest, ListTasksResponse } from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { findService } from "./find/services";
import { pageOf } from "./page";
import { unsupported } from "./refuse";
import { knownTasks } from "./shapes/knownTasks";

export const listTasks: Operation<ListTasksRequest, ListTasksResponse> = (input, world) => {
  const { family, desiredStatus = "RUNNING", launchType, startedBy } = input;
  for (const field of ["containerInstance", "daemonName"] as const) {
    if (input[field] !== undefined) {
      throw unsupported(`${field}: KECS has no container instances. Leave it out.`);
    }
  }
  const cluster = nameOf(activeCluster(world, input.cluster));
  const service = nameOfService(world, cluster, input.serviceName);
  const arns = knownTasks(world, cluster)
    .map(({ task }) => task)
    .filter(
      (task) =>
        task.desiredStatus === desiredStatus &&
        (service === undefined || task.group === `service:${service}`) &&
        (family === undefined || task.taskDefinitionArn?.includes(`/${family}:`) === true) &&
        (startedBy === undefined || task.startedBy === startedBy) &&
        (launchType === undefined || task.launchType === launchType),
    )
    .flatMap(({ taskArn }) => taskArn ?? []);
  const { items, ...next } = pageOf(arns, input, { keyOf: (arn) => arn, size: 100 });
  return { output: { taskArns: items, ...next } };
};

function nameOfService(
  world: World,
  cluster: string,
  given: string | undefined,
): string | undefined {
  if (given === undefined) return undefined;
  const found = findService(world, cluster, given);
  if (found === undefined) throw new AwsError("ServiceNotFoundException", "Service not found.");
  return serviceAttributes(found).name;
}
