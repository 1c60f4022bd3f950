import { ofKind, type AwsObject, type World } from "../../world/world";
import { isReady } from "../../../core/ecs/observed/isReady";
import { isLive, type Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { targetHealths } from "../../../core/ecs/observed/targetHealth";
import { targetGroupLabel, targetPortName } from "../../../core/lb/targetGroup/manifests";
import { recordedTargetGroup } from "../../../core/lb/targetGroup/record";
import { kubernetesName } from "../../../core/naming";
import type { Target } from "./targets";

/** A task of an ECS service in a target group. */
export interface TaskTarget extends Target {
  readonly state: "initial" | "healthy" | "unhealthy" | "draining";
  /** What is wrong with an unhealthy one; empty where nobody said. */
  readonly message: string;
}

/** A service's part in target groups, as its record has it. */
interface RecordedService {
  readonly cluster: string;
  readonly name: string;
  readonly loadBalancers?: readonly {
    readonly targetGroupArn?: string;
    readonly containerPort: number;
  }[];
}

/** The tasks in a target group, by the pods that bear its label. */
export function taskTargets(group: AwsObject, world: World): TaskTarget[] {
  const { name } = recordedTargetGroup(group);
  const label = targetGroupLabel(name);
  return world.cluster.pods
    .filter(({ metadata }) => metadata.labels?.[label] === "true")
    .flatMap((pod) => {
      const id = pod.status?.podIP;
      const port = portOf(pod, group, world);
      const going = pod.metadata.deletionTimestamp !== undefined;
      if (id === undefined || !(going || isLive(pod))) return [];
      return [{ id, port, ...healthOf(pod, label) }];
    });
}

function healthOf(pod: Pod, gate: string): Pick<TaskTarget, "state" | "message"> {
  if (pod.metadata.deletionTimestamp !== undefined) return { state: "draining", message: "" };
  const health = targetHealths(pod).find((of) => of.gate === gate);
  if (health !== undefined) return { state: health.state, message: health.message };
  // Kubernetes checks it, or nobody does.
  return { state: isReady(pod) ? "healthy" : "initial", message: "" };
}

/** Kubernetes tells a port by the target group's name of it; the service's record by its number. */
function portOf({ metadata, spec }: Pod, group: AwsObject, world: World): number {
  const { name, port = 0 } = recordedTargetGroup(group);
  const containers = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  const named = containers
    .flatMap(({ ports = [] }) => ports)
    .find((of) => of.name === targetPortName(name));
  if (named !== undefined) return named.containerPort;
  const attachment = ofKind(world, "svc")
    .map(({ attributes }) => attributes as unknown as RecordedService)
    .filter(
      (of) =>
        kubernetesName(of.cluster) === metadata.labels?.["kecs.dev/cluster"] &&
        kubernetesName(of.name) === metadata.labels["kecs.dev/service"],
    )
    .flatMap(({ loadBalancers = [] }) => loadBalancers)
    .find(({ targetGroupArn }) => targetGroupArn === group.arn);
  return attachment?.containerPort ?? port;
}
