import type { WithSecrets } from "../../withSecrets";
import type { TaskModel } from "../pod/model";
import { containerModel } from "./containerModel";
import { isSecretVariable, secretsName, secretVariables } from "./secrets";
import { cpuUnits, memoryMiB } from "./sizes";
import type { TaskDefinitionValues } from "./values/taskDefinition";
import { volumeModel } from "./volumeModel";

/** AWS counts up with every change; a Pulumi program itself holds the one that is in force. */
export const REVISION = 1;

/** A task definition as plain data, of arguments that passed validation. */
export function taskModel(
  of: WithSecrets<TaskDefinitionValues>,
  arn: string,
  revision = REVISION,
): TaskModel {
  const { value: values } = of;
  const secrets = secretVariables(of);
  const cpu = values.cpu === undefined ? undefined : cpuUnits(values.cpu);
  const memory = values.memory === undefined ? undefined : memoryMiB(values.memory);
  const surroundings = { all: values.containerDefinitions, networkMode: values.networkMode };
  return {
    arn,
    family: values.family,
    revision,
    containers: values.containerDefinitions.map((container, i) =>
      containerModel(container, surroundings, {
        environment: (container.environment ?? []).flatMap(({ name, value }, j) =>
          value === undefined || isSecretVariable(of, i, j) ? [] : [{ name, value }],
        ),
        secrets: secrets
          .filter((secret) => secret.container === i)
          .map(({ name, key }) => ({ name, key })),
      }),
    ),
    volumes: (values.volumes ?? []).map(volumeModel),
    ...(cpu === undefined ? {} : { cpuUnits: cpu }),
    ...(memory === undefined ? {} : { memoryMiB: memory }),
    ...(secrets.length === 0 ? {} : { secretName: secretsName(values.family) }),
    sharedProcesses: values.pidMode === "task",
  };
}
