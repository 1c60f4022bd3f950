import type { RunTaskRequest, Tag, Task } from "@aws-sdk/client-ecs";
import { RUN_ANNOTATION } from "../../../../core/ecs/task/manifest";
import type { Pod } from "../../../../core/ecs/observed/kubernetesObjects";
import { parseJson } from "../../../../core/validate/parseJson";
import { given } from "../put";

/** What was said of a task that runs once when it was started; its pod holds it. */
export interface TaskRun {
  /** The call that started it. */
  readonly request: RunTaskRequest;
  /** Where it runs, as AWS describes it. */
  readonly place: Pick<Task, "launchType" | "platformVersion" | "platformFamily">;
  readonly tags: readonly Tag[];
}

/** Undefined for a task of a service. */
export function runOf({ metadata }: Pick<Pod, "metadata">): TaskRun | undefined {
  const text = metadata.annotations?.[RUN_ANNOTATION];
  return text === undefined ? undefined : parseJson<TaskRun>(text, "a task's annotation");
}

/** What AWS describes of a task as it was given. */
export function describedRun({ request, place }: TaskRun): Partial<Task> {
  const { group, startedBy, enableExecuteCommand, capacityProviderStrategy = [] } = request;
  const [provider] = capacityProviderStrategy;
  return given({
    group,
    startedBy,
    enableExecuteCommand,
    ...place,
    capacityProviderName: provider?.capacityProvider,
    ephemeralStorage: request.overrides?.ephemeralStorage,
  });
}

/** Amazon Elastic Inference has ended, and its field is described as ever. */
const ACCELERATORS: object = { inferenceAcceleratorOverrides: [] };

/** The overrides of a task: AWS names every container among them. */
export function describedOverrides(
  containers: readonly { readonly name: string }[],
  run: TaskRun | undefined,
): NonNullable<Task["overrides"]> {
  const { containerOverrides = [], ...others } = run?.request.overrides ?? {};
  return {
    ...others,
    ...ACCELERATORS,
    containerOverrides: containers.map(
      ({ name }) => containerOverrides.find((of) => of.name === name) ?? { name },
    ),
  };
}
