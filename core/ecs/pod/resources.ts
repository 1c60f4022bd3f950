import type { ContainerModel, TaskModel } from "./model";

const UNITS_PER_CPU = 1024;
/**
 * Of a container's share of the CPU so much is asked for. The shares keep their ratio, and tasks
 * of the size of production still fit on one machine: Kubernetes leaves a pod waiting whose
 * requests do not.
 */
const REQUESTED_PART = 0.1;

/**
 * What a container asks for and may have at most. Its limit alone asks for nothing: Kubernetes
 * would take it as the request too.
 */
export function containerResources(container: ContainerModel, task: TaskModel) {
  const { cpuUnits, memoryMiB, memoryReservationMiB = 0 } = container;
  const most = (mebibytes: number) => Math.min(mebibytes, task.memoryMiB ?? mebibytes);
  return {
    requests: {
      cpu: millis(cpuUnits * REQUESTED_PART),
      memory: memoryReservationMiB === 0 ? "0" : `${most(memoryReservationMiB)}Mi`,
    },
    // Kubernetes refuses a container that may have more than its pod.
    ...(memoryMiB === undefined ? {} : { limits: { memory: `${most(memoryMiB)}Mi` } }),
  };
}

/**
 * What all containers of a task may have together; Kubernetes has such limits since 1.34. A
 * container without a limit of its own gets the task's, also on nodes that do not count pods.
 */
export function taskResources({ cpuUnits, memoryMiB }: TaskModel) {
  if (cpuUnits === undefined && memoryMiB === undefined) return {};
  return {
    resources: {
      limits: {
        ...(cpuUnits === undefined ? {} : { cpu: millis(cpuUnits) }),
        ...(memoryMiB === undefined ? {} : { memory: `${memoryMiB}Mi` }),
      },
    },
  };
}

/** ECS's units in thousandths of a CPU, of which Kubernetes takes no part. */
function millis(units: number): string {
  return `${Math.max(1, Math.round((units * 1000) / UNITS_PER_CPU))}m`;
}
