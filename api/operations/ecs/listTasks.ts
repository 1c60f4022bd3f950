import type { ListTasksRequest, ListTasksResponse } from "@aws-sdk/client-ecs";
import { taskArn } from "../../../core/arn";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { activeCluster, nameOf } from "./find/clusters";
import { findService } from "./find/services";
import { desiredStatusOf, tasksIn } from "./find/tasks";
import { pageOf } from "./page";
import { unsupported } from "./refuse";
import { launchTypeOf } from "./shapes/launch";
import { serviceOf, startedByOf } from "./shapes/task";

export const listTasks: Operation<ListTasksRequest, ListTasksResponse> = (input, world) => {
  const { family, desiredStatus = "RUNNING", launchType, startedBy } = input;
  for (const field of ["containerInstance", "daemonName"] as const) {
    if (input[field] !== undefined) {
      throw unsupported(`${field}: KECS has no container instances. Leave it out.`);
    }
  }
  const cluster = nameOf(activeCluster(world, input.cluster));
  const service = nameOfService(world, cluster, input.serviceName);
  const found = tasksIn(world, cluster).filter((task) => {
    const of = serviceOf(task, cluster, world);
    return (
      desiredStatusOf(task) === desiredStatus &&
      (service === undefined || task.metadata.serviceName === service) &&
      (family === undefined || task.metadata.family === family) &&
      (startedBy === undefined || startedByOf(task, cluster, world) === startedBy) &&
      (launchType === undefined || (of !== undefined && launchTypeOf(of, world) === launchType))
    );
  });
  const arns = found.map(({ id }) => taskArn(world.connection, cluster, id));
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
