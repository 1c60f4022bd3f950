import type { RegisterTaskDefinitionRequest, Volume } from "@aws-sdk/client-ecs";
import type { TaskDefinitionValues } from "../../../../core/ecs/taskDefinition/values/taskDefinition";
import { given } from "../put";
import { tagMap } from "./tags";

/**
 * A task definition in core's words, which are those of `aws.ecs.TaskDefinition`: ECS's JSON but for
 * volumes, sizes and maps. What AWS's model leaves open is checked by core, so nothing is left out.
 */
export function definitionValues(input: RegisterTaskDefinitionRequest): TaskDefinitionValues {
  const { volumes, ephemeralStorage, proxyConfiguration, tags, ...same } = input;
  return given({
    ...same,
    tags: tagMap(tags),
    volumes: volumes?.map(volumeValues),
    ephemeralStorage:
      ephemeralStorage === undefined ? undefined : { sizeInGib: ephemeralStorage.sizeInGiB },
    proxyConfiguration:
      proxyConfiguration === undefined
        ? undefined
        : {
            ...proxyConfiguration,
            properties: Object.fromEntries(
              (proxyConfiguration.properties ?? []).map(({ name = "", value }) => [name, value]),
            ),
          },
  }) as unknown as TaskDefinitionValues;
}

function volumeValues({ host, configuredAtLaunch, ...same }: Volume) {
  return given({
    ...same,
    hostPath: host?.sourcePath,
    configureAtLaunch: configuredAtLaunch,
  });
}
