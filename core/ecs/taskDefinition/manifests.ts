import { labels, NAMESPACE } from "../../labels";
import type { RecordContent } from "../../records/manifest";
import type { TaskModel } from "../pod/model";
import { secretsName } from "./secrets";

/** The Secret of a task definition, without its content: that is apart, since it is secret. */
export function secretManifest(family: string) {
  return {
    metadata: {
      name: secretsName(family),
      namespace: NAMESPACE,
      labels: labels("task-definition"),
    },
  };
}

/** The content of that Secret. */
export function secretData(variables: readonly { readonly key: string; readonly value: string }[]) {
  return Object.fromEntries(
    variables.map(({ key, value }) => [key, Buffer.from(value).toString("base64")]),
  );
}

/** What names the record of a task definition. */
export function taskDefinitionKey({
  family,
  revision,
}: {
  readonly family: string;
  readonly revision: number;
}): string {
  return `td-${family}-${revision}`;
}

/**
 * What it says for people, and the model that tasks are made of, whoever makes them. The values of
 * secrets are in neither.
 */
export function taskDefinitionRecord(
  model: TaskModel,
  tags: Readonly<Record<string, string>>,
): RecordContent {
  return {
    key: taskDefinitionKey(model),
    arn: model.arn,
    attributes: {
      family: model.family,
      revision: model.revision,
      containers: model.containers.map((container) => ({
        name: container.name,
        image: container.image,
        essential: container.essential,
        portMappings: container.ports,
        environment: container.environment.map(({ name }) => name),
        secrets: container.secrets.map(({ name }) => name),
        healthCheck: container.healthCheck,
        dependsOn: container.dependsOn,
        cpu: container.cpuUnits,
        memory: container.memoryMiB,
        memoryReservation: container.memoryReservationMiB,
        mountPoints: container.mounts,
      })),
      volumes: model.volumes,
      cpu: model.cpuUnits,
      memory: model.memoryMiB,
      tags,
      model,
    },
  };
}
