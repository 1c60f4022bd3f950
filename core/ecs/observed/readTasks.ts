import { kubernetesName } from "../../naming";
import { RECORD_LABEL } from "../../records/manifest";
import { parseJson } from "../../validate/parseJson";
import { redactor } from "../../text/redact";
import { podTask } from "./podTask";
import { secretsIn } from "./secretsIn";
import { reasonOf } from "./taskStatus";
import type { Metadata, Pod } from "./kubernetesObjects";
import { fullName, type Tasks, type Workload } from "./task";

/** What is read of any object of the cluster. */
export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Metadata;
  readonly data?: Readonly<Record<string, string>>;
}

const CLUSTER = "kecs.dev/cluster";
const SERVICE = "kecs.dev/service";
const TASK = "kecs.dev/task";

/** The services and tasks among what the cluster has, by name and the newest task first, at a time. */
export function readTasks(
  items: readonly KubernetesObject[],
  now: number,
): Omit<Tasks, "schedules"> {
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
        : [{ ...podTask(pod, workload), reason: reasonOf(pod, now, hide) }];
    });
  return {
    workloads: distinctWorkloads(workloads),
    tasks: tasks.sort((a, b) => byName(a, b) || b.createdAt.localeCompare(a.createdAt)),
  };
}

/** Each workload once, by name. */
export function distinctWorkloads(all: readonly Workload[]): Workload[] {
  return [...new Map(all.map((each) => [fullName(each), each])).values()].sort(byName);
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
