import type { TaskModel } from "../pod/model";
import { cpuUnits, memoryMiB } from "../taskDefinition/sizes";
import { overridden, type TaskOverrides } from "./overrides";
import type { ContainerOverrideValues, EcsTaskValues, TaskOverridesValues } from "./values";

/** What the pods of tasks that run once are made of, of arguments that passed validation. */
export function ecsTaskModel(definition: TaskModel, { overrides = {} }: EcsTaskValues): TaskModel {
  return overridden(definition, overridesOf(overrides));
}

function overridesOf({ cpu, memory, containerOverrides = [] }: TaskOverridesValues): TaskOverrides {
  return {
    ...defined({
      cpuUnits: cpu === undefined ? undefined : cpuUnits(cpu),
      memoryMiB: memory === undefined ? undefined : memoryMiB(memory),
    }),
    containers: containerOverrides.map(ofContainer),
  };
}

function ofContainer(of: ContainerOverrideValues): TaskOverrides["containers"][number] {
  const { name, command, environment, cpu, memory, memoryReservation } = of;
  return {
    name,
    ...defined({
      command,
      environment,
      cpuUnits: cpu,
      memoryMiB: memory,
      memoryReservationMiB: memoryReservation,
    }),
  };
}

/** What is kept of them on their pods, as of a call of RunTask: AWS's API describes them by it. */
export function ecsTaskRun(of: EcsTaskValues) {
  const { cluster, taskDefinition, overrides, group, startedBy, tags = {} } = of;
  return {
    request: { cluster, taskDefinition, ...defined({ overrides, group, startedBy }) },
    place: { launchType: "EC2" },
    tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
  };
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
