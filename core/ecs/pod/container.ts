import { kubernetesName } from "../../naming";
import { environment } from "./environment";
import { escapeVariables } from "./escapeVariables";
import type { ContainerModel, TaskModel } from "./model";
import { containerPorts, type PortUsers } from "./ports";
import { containerResources } from "./resources";
import { security } from "./security";
import { volumeMounts } from "./volumes";

/**
 * A container of a task as one of a pod: without what depends on its place there (probes, pause).
 * ECS's entry point is what Kubernetes calls command, and ECS's command is its arguments.
 */
export function containerManifest(
  container: ContainerModel,
  task: TaskModel,
  settings: PortUsers & { readonly region: string },
) {
  const { entryPoint, command, workingDirectory } = container;
  return {
    name: kubernetesName(container.name),
    image: container.image,
    imagePullPolicy: "IfNotPresent",
    ...(entryPoint === undefined ? {} : { command: entryPoint.map(escapeVariables) }),
    ...(command === undefined ? {} : { args: command.map(escapeVariables) }),
    ...(workingDirectory === undefined ? {} : { workingDir: workingDirectory }),
    ports: containerPorts(container, settings),
    env: environment(container, task.secretName, settings.region),
    resources: containerResources(container, task),
    volumeMounts: volumeMounts(container),
    ...security(container),
    ...(container.interactive ? { stdin: true } : {}),
    ...(container.pseudoTerminal ? { tty: true } : {}),
  };
}
