import type { ListServicesRequest, ListServicesResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { isActive } from "./find/lifetime";
import { servicesIn } from "./find/services";
import { pageOf } from "./page";
import { launchTypeOf } from "./shapes/launch";

export const listServices: Operation<ListServicesRequest, ListServicesResponse> = (
  input,
  world,
) => {
  const { launchType, schedulingStrategy = "REPLICA" } = input;
  const arns = servicesIn(world, nameOf(activeCluster(world, input.cluster)))
    .filter(
      (service) =>
        isActive(service) &&
        schedulingStrategy === "REPLICA" &&
        (launchType === undefined || launchTypeOf(service, world) === launchType),
    )
    .map(({ arn }) => arn);
  const { items, ...next } = pageOf(arns, input, { keyOf: (arn) => arn, size: 10 });
  return { output: { serviceArns: items, ...next } };
};
