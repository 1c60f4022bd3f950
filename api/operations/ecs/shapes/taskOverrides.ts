import type { ContainerOverride, TaskOverride } from "@aws-sdk/client-ecs";
import type { TaskModel } from "../../../../core/ecs/pod/model";
import type { ContainerOverrides, TaskOverrides } from "../../../../core/ecs/task/overrides";
import { cpuUnits, memoryMiB } from "../../../../core/ecs/taskDefinition/sizes";
import { given } from "../put";
import { invalid, unsupported } from "../refuse";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
const MOST_CHARACTERS = 8192;

/** What a task is to have otherwise, in core's words. */
export function taskOverrides(of: TaskOverride, task: TaskModel): TaskOverrides {
  if (JSON.stringify(of).length > MOST_CHARACTERS) {
    throw invalid(`overrides can have at most ${MOST_CHARACTERS} characters.`);
  }
  const { inferenceAcceleratorOverrides: accelerators = [] } = of as {
    readonly inferenceAcceleratorOverrides?: readonly unknown[];
  };
  if (accelerators.length > 0) {
    throw unsupported("overrides.inferenceAcceleratorOverrides: KECS has no accelerators.");
  }
  return given({
    cpuUnits: size("cpu", of.cpu, cpuUnits),
    memoryMiB: size("memory", of.memory, memoryMiB),
    containers: (of.containerOverrides ?? []).map((container, i) =>
      containerOverrides(container, `overrides.containerOverrides[${i}]`, task),
    ),
  }) as TaskOverrides;
}

function size(
  field: string,
  text: string | undefined,
  read: (text: string) => number | undefined,
): number | undefined {
  if (text === undefined) return undefined;
  const number = read(text);
  if (number === undefined) throw invalid(`overrides.${field}: "${text}" is not a size.`);
  return number;
}

function containerOverrides(
  of: ContainerOverride,
  path: string,
  { containers }: TaskModel,
): ContainerOverrides {
  const { name = "", command, environment, cpu, memory, memoryReservation } = of;
  if (!containers.some((container) => container.name === name)) {
    throw invalid(`Override for container named ${name} is not a container in the TaskDefinition.`);
  }
  if ((of.environmentFiles ?? []).length > 0) {
    throw unsupported(
      `${path}.environmentFiles: files in S3 are not read here. Put the variables into environment.`,
    );
  }
  if ((of.resourceRequirements ?? []).length > 0) {
    throw unsupported(`${path}.resourceRequirements: KECS has no GPUs and no accelerators.`);
  }
  return given({
    name,
    command,
    environment: environment?.map((variable, i) => {
      if (variable.name === undefined || variable.name === "") {
        throw invalid(`${path}.environment[${i}].name cannot be empty.`);
      }
      return { name: variable.name, value: variable.value ?? "" };
    }),
    cpuUnits: cpu,
    memoryMiB: memory,
    memoryReservationMiB: memoryReservation,
  }) as ContainerOverrides;
}
