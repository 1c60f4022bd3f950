import { containersMetadata } from "./containersMetadata";
import type { Pod } from "./kubernetesObjects";
import type { Container, Task, Workload } from "./task";
import { healthStatusOf, lastStatusOf, statusesOf } from "./taskStatus";

/** The id of the task that a pod is: 32 hexadecimal digits. */
export function taskId({ metadata }: Pick<Pod, "metadata">): string {
  return (metadata.uid ?? "").replaceAll("-", "");
}

/** A pod as the task that it is; what is wrong with it takes the time to tell. */
export function podTask(pod: Pod, workload: Workload): Omit<Task, "reason"> {
  return {
    ...workload,
    id: taskId(pod),
    lastStatus: lastStatusOf(pod),
    healthStatus: healthStatusOf(pod),
    createdAt: pod.metadata.creationTimestamp ?? "",
    node: pod.spec?.nodeName ?? null,
    pod: pod.metadata.name,
    containers: containersOf(pod, containerNames(pod)),
  };
}

/** Without the annotation that names them, what runs for a moment at the start is no container. */
function containersOf(pod: Pod, names: ReadonlyMap<string, string>): Container[] {
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const order = [...names.keys()];
  return [...containers, ...initContainers]
    .filter((each) =>
      names.size > 0
        ? names.has(each.name)
        : containers.includes(each) || each.restartPolicy === "Always",
    )
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map(({ name, image = "" }) => {
      const status = statusesOf(pod).find((each) => each.name === name);
      const { running, terminated } = status?.state ?? {};
      return {
        name: names.get(name) ?? name,
        podName: name,
        image,
        lastStatus: running ? "RUNNING" : terminated ? "STOPPED" : "PENDING",
        exitCode: terminated?.exitCode ?? null,
        restarts: status?.restartCount ?? 0,
        runtimeId:
          (running ?? terminated) && status?.containerID !== undefined ? status.containerID : null,
      };
    });
}

/** The containers' names on ECS by those in the pod, where the pod tells them. */
function containerNames({ metadata }: Pod): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(containersMetadata(metadata)).map(([key, { name }]) => [key, name]),
  );
}
