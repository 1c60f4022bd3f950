import type { LaunchType } from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import type { AwsObject, World } from "../../../world/world";
import { requestOf } from "./definition";
import { echoOf } from "./serviceRequest";

/**
 * The launch type of a service: as it was given, else FARGATE where its task definition asks for
 * that. None with a capacity provider strategy.
 */
export function launchTypeOf(service: AwsObject, { objects }: World): LaunchType | undefined {
  const { launchType, capacityProviderStrategy = [] } = echoOf(service);
  if (launchType !== undefined) return launchType;
  if (capacityProviderStrategy.length > 0) return undefined;
  const { taskDefinition } = serviceAttributes(service);
  const definition = objects.find(({ arn }) => arn === taskDefinition);
  const wanted = definition === undefined ? {} : requestOf(definition);
  return wanted.requiresCompatibilities?.includes("FARGATE") === true ? "FARGATE" : "EC2";
}

/** Where the tasks of a service run: as it was given, with AWS's defaults for FARGATE. */
export function placeOf(service: AwsObject, world: World) {
  const { capacityProviderStrategy, platformVersion } = echoOf(service);
  const launchType = launchTypeOf(service, world);
  const isFargate = launchType === "FARGATE";
  return {
    launchType,
    capacityProviderStrategy,
    platformVersion: platformVersion ?? (isFargate ? "LATEST" : undefined),
    platformFamily: isFargate ? "Linux" : undefined,
  };
}
