import { validateBounds } from "../../../awsNames";
import { problem, type Issue } from "../../../validate";
import { cpuUnits, memoryMiB } from "../sizes";
import type { ContainerValues } from "../values/container";
import type { TaskDefinitionValues } from "../values/taskDefinition";
import { validateFargate } from "./fargate";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const CPU = [0, 196_608] as const;
const MEMORY = [6, 2 ** 24] as const;
const STORAGE = [21, 200] as const;

/** CPU, memory and storage, of the task and of its containers. */
export function validateSizes(values: TaskDefinitionValues, path: string): Issue[] {
  const { cpu, memory, containerDefinitions: containers } = values;
  const units = cpu === undefined ? undefined : cpuUnits(cpu);
  const mebibytes = memory === undefined ? undefined : memoryMiB(memory);
  const issues = [
    ...validateTaskSizes(values, path),
    ...validateBounds(
      values.ephemeralStorage?.sizeInGib,
      STORAGE,
      `${path}.ephemeralStorage.sizeInGib`,
      "GiB",
    ),
    ...containers.flatMap((container, i) =>
      validateContainer(container, mebibytes, `${path}.containerDefinitions[${i}]`),
    ),
    ...validateSum(containers, units, `${path}.cpu`),
    ...validateReservations(containers, mebibytes, path),
    ...validateMemoryGiven(values, path),
  ];
  return issues.length > 0 ? issues : validateFargate(values, units, mebibytes, path);
}

type ContainerSizes = Pick<ContainerValues, "cpu" | "memory" | "memoryReservation">;

/** The sizes that a task has otherwise than its definition says. */
interface OverriddenSizes extends Pick<TaskDefinitionValues, "cpu" | "memory"> {
  readonly containerOverrides?: readonly ContainerSizes[] | undefined;
}

export function validateOverrideSizes(
  { cpu, memory, containerOverrides = [] }: OverriddenSizes,
  path: string,
): Issue[] {
  const mebibytes = memory === undefined ? undefined : memoryMiB(memory);
  return [
    ...validateTaskSizes({ cpu, memory }, path),
    ...containerOverrides.flatMap((container, i) =>
      validateContainer(container, mebibytes, `${path}.containerOverrides[${i}]`),
    ),
  ];
}

function validateTaskSizes(
  { cpu, memory }: Pick<TaskDefinitionValues, "cpu" | "memory">,
  path: string,
): Issue[] {
  const units = cpu === undefined ? undefined : cpuUnits(cpu);
  const mebibytes = memory === undefined ? undefined : memoryMiB(memory);
  return [
    ...unreadable(cpu, units, `${path}.cpu`, 'write it as "256" or "0.25 vCPU"'),
    ...unreadable(memory, mebibytes, `${path}.memory`, 'write it as "512" or "0.5 GB"'),
    ...validateBounds(units, CPU, `${path}.cpu`, "units"),
    ...validateBounds(mebibytes, MEMORY, `${path}.memory`, "MiB"),
  ];
}

function unreadable(
  text: string | undefined,
  size: number | undefined,
  path: string,
  hint: string,
): Issue[] {
  return text === undefined || size !== undefined
    ? []
    : [problem("KECS1008", path, `"${text}" is not a size`, hint)];
}

function validateContainer(
  { cpu, memory, memoryReservation }: ContainerSizes,
  ofTask: number | undefined,
  path: string,
): Issue[] {
  const tooMuch = (field: string, most: string, hint: string) =>
    problem("KECS1015", `${path}.${field}`, `is more than ${most}`, hint);
  return [
    ...validateBounds(cpu, CPU, `${path}.cpu`),
    ...validateBounds(memory, MEMORY, `${path}.memory`, "MiB"),
    ...validateBounds(memoryReservation, MEMORY, `${path}.memoryReservation`, "MiB"),
    ...(memory !== undefined && memoryReservation !== undefined && memoryReservation >= memory
      ? [
          problem(
            "KECS1015",
            `${path}.memoryReservation`,
            `"${memoryReservation}" is not less than memory, "${memory}"`,
            "make it smaller, or leave it out",
          ),
        ]
      : []),
    ...(memory !== undefined && ofTask !== undefined && memory > ofTask
      ? [tooMuch("memory", `the task's, "${ofTask}" MiB`, "give the task more, or this one less")]
      : []),
  ];
}

function validateReservations(
  containers: readonly ContainerValues[],
  ofTask: number | undefined,
  path: string,
): Issue[] {
  const sum = containers.reduce((all, { memoryReservation = 0 }) => all + memoryReservation, 0);
  return ofTask === undefined || sum <= ofTask
    ? []
    : [
        problem(
          "KECS1015",
          `${path}.memory`,
          `"${ofTask}" MiB are less than the "${sum}" that its containers reserve together`,
          "give the task more, or let its containers reserve less",
        ),
      ];
}

/** On an instance of EC2, ECS has to know how much memory a container needs. */
function validateMemoryGiven(values: TaskDefinitionValues, path: string): Issue[] {
  const { memory, requiresCompatibilities = [], containerDefinitions } = values;
  if (memory !== undefined || !requiresCompatibilities.some(needsMemory)) return [];
  return containerDefinitions.flatMap((container, i) =>
    container.memory === undefined && container.memoryReservation === undefined
      ? [
          problem(
            "KECS1009",
            `${path}.containerDefinitions[${i}].memory`,
            "is missing; on EC2 a container has memory or memoryReservation, or its task has memory",
            "give the container memory",
          ),
        ]
      : [],
  );
}

function needsMemory(launchType: string): boolean {
  return launchType === "EC2" || launchType === "EXTERNAL";
}

function validateSum(
  containers: readonly ContainerValues[],
  ofTask: number | undefined,
  path: string,
): Issue[] {
  const sum = containers.reduce((all, { cpu = 0 }) => all + cpu, 0);
  return ofTask === undefined || sum <= ofTask
    ? []
    : [
        problem(
          "KECS1015",
          path,
          `"${ofTask}" units are less than the "${sum}" of the containers together`,
          "give the task more, or its containers less",
        ),
      ];
}
