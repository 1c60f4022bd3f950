import { FIRELENS_DRIVER } from "../pod/firelens/routing";
import type { ContainerValues } from "./values/container";

type Dependencies = NonNullable<ContainerValues["dependsOn"]>;

/**
 * What a container waits for: where its output goes to a log router, also for the START of that.
 * As on ECS a router that itself waits for others keeps nobody waiting.
 */
export function dependenciesOf(
  { dependsOn = [], logConfiguration }: ContainerValues,
  all: readonly ContainerValues[],
): Dependencies {
  const router = all.find(({ firelensConfiguration: of }) => of !== undefined);
  const waits =
    router !== undefined &&
    logConfiguration?.logDriver === FIRELENS_DRIVER &&
    (router.dependsOn ?? []).length === 0 &&
    dependsOn.every(({ containerName }) => containerName !== router.name);
  return waits ? [...dependsOn, { containerName: router.name, condition: "START" }] : dependsOn;
}
