import type * as pulumi from "@pulumi/pulumi";
import type { Published } from "../../core/ecs/pod/endpoints";
import type { ContainerModel } from "../../core/ecs/pod/model";
import { find, register } from "./byArn";
import { controlPlane } from "./controlPlane";
import type { TaskDefinitionEntry } from "./entries";

/** Lets services and tasks find a task definition by its ARN; returns it. */
export function registerTaskDefinition(entry: TaskDefinitionEntry): TaskDefinitionEntry {
  controlPlane().taskDefinitions.set(entry.model.arn, entry);
  return entry;
}

/** Tells that there is a task definition, whose content a preview may not know; returns its ARN. */
export function registerTaskDefinitionContent(
  arn: string,
  content: pulumi.Output<TaskDefinitionEntry>,
): string {
  controlPlane().taskDefinitionContents.set(arn, content);
  return arn;
}

/** The task definition with this ARN, where this program made it and it is resolved. */
export function findTaskDefinition(arn: string): TaskDefinitionEntry | undefined {
  return controlPlane().taskDefinitions.get(arn);
}

/** The content of a task definition of this program, as soon as it is known. */
export function findTaskDefinitionContent(
  arn: string,
): pulumi.Output<TaskDefinitionEntry> | undefined {
  return controlPlane().taskDefinitionContents.get(arn);
}

/** Its containers; undefined where the program has no such task definition. */
export function findContainers(arn: string): readonly ContainerModel[] | "unknown" | undefined {
  const entry = findTaskDefinition(arn);
  if (entry !== undefined) return entry.model.containers;
  return findTaskDefinitionContent(arn) === undefined ? undefined : "unknown";
}

/** Tells the ports of a task definition's containers, before anything resolves. */
export function registerPublishedPorts(
  arn: pulumi.Output<string>,
  ports: readonly Published[] | undefined,
): void {
  if (ports !== undefined) register(controlPlane().publishedPorts, arn, ports);
}

/** The ports of a task definition's containers, as far as they were plain values. */
export function findPublishedPorts(arn: pulumi.Input<string>): readonly Published[] | undefined {
  return find(controlPlane().publishedPorts, arn);
}
