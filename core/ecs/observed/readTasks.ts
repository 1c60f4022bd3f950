import { kubernetesName } from "../../naming";
import { RECORD_LABEL } from "../../records/manifest";
import { parseJson } from "../../validate/parseJson";
import { redactor } from "../../text/redact";
import { containersMetadata } from "./containersMetadata";
import { secretsIn } from "./secretsIn";
import { healthStatusOf, lastStatusOf, reasonOf, statusesOf } from "./taskStatus";
import type { Metadata, Pod } from "./kubernetesObjects";
import { fullName, type Container, type Task, type Tasks, type Workload } from "./task";

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Metadata;
  readonly data?: Readonly<Record<string, string>>;
}

const CLUSTER = "kecs.dev/cluster";
const SERVICE = "kecs.dev/service";
const TASK = "kecs.dev/task";

/** The services and tasks among what kubectl printed, by name and the newest task first, at a time. */
export function readTasks(json: string, now: number): Tasks {
  const { items } = parseJson<{ readonly items: readonly KubernetesObject[] }>(json, "kubectl");
  const names = writtenNames(items);
  const hide = redactor(secretsIn(items));
  const workloads = items
    .filter(({ kind }) => kind === "Deployment" || kind === "Pod")
    .flatMap((item) => workloadOf(item, names) ?? []);
  const tasks = items
    .filter((item): item is KubernetesObject & Pod => item.kind === "Pod")
    .flatMap((pod) => {
      const workload = workloadOf(pod, names);
      return workload === undefined
        ? []
        : [{ ...taskOf(pod, workload), reason: reasonOf(pod, now, hide) }];
    });
  return {
    workloads: [...new Map(workloads.map((each) => [fullName(each), each])).values()].sort(byName),
    tasks: tasks.sort((a, b) => byName(a, b) || b.createdAt.localeCompare(a.createdAt)),
  };
}

function byName(a: Workload, b: Workload): number {
  return fullName(a).localeCompare(fullName(b));
}

/** Names as the program wrote them, by the form in which labels hold them. */
function writtenNames(items: readonly KubernetesObject[]): ReadonlyMap<string, string> {
  return new Map(
    items
      .filter(({ metadata }) => metadata.labels?.[RECORD_LABEL] !== undefined)
      .flatMap(({ data }) => {
        const { cluster, name } = parseJson<{
          readonly cluster?: unknown;
          readonly name?: unknown;
        }>(data?.["attributes"] ?? "{}", "a record");
        return [cluster, name].flatMap((each): [string, string][] =>
          typeof each === "string" ? [[kubernetesName(each), each]] : [],
        );
      }),
  );
}

function workloadOf(
  { metadata: { labels = {} } }: KubernetesObject,
  names: ReadonlyMap<string, string>,
): Workload | undefined {
  const { [CLUSTER]: cluster, [SERVICE]: service, [TASK]: task } = labels;
  const name = service ?? task;
  if (cluster === undefined || name === undefined) return undefined;
  return {
    cluster: names.get(cluster) ?? cluster,
    name: names.get(name) ?? name,
    kind: service === undefined ? "task" : "service",
  };
}

function taskOf(pod: Pod, workload: Workload): Omit<Task, "reason"> {
  return {
    ...workload,
    id: (pod.metadata.uid ?? "").replaceAll("-", ""),
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
