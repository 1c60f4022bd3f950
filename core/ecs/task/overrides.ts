import type { ContainerModel, EnvironmentVariable, TaskModel } from "../pod/model";

/** What a task that runs once has otherwise than its definition says. */
export interface TaskOverrides {
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly containers: readonly ContainerOverrides[];
}

export interface ContainerOverrides {
  readonly name: string;
  readonly command?: readonly string[];
  /** Beside what the definition says; the same name takes the place of it. */
  readonly environment?: readonly EnvironmentVariable[];
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly memoryReservationMiB?: number;
}

/** A task definition with what one task of it has otherwise. */
export function overridden(task: TaskModel, overrides: TaskOverrides): TaskModel {
  const { containers, ...sizes } = overrides;
  return {
    ...task,
    ...sizes,
    containers: task.containers.map((container) =>
      containers.filter(({ name }) => name === container.name).reduce(withOverrides, container),
    ),
  };
}

function withOverrides(
  container: ContainerModel,
  { environment = [], ...same }: ContainerOverrides,
): ContainerModel {
  const isKept = ({ name }: { readonly name: string }): boolean =>
    environment.every((variable) => variable.name !== name);
  return {
    ...container,
    ...same,
    environment: [...container.environment.filter(isKept), ...environment],
    secrets: container.secrets.filter(isKept),
  };
}
