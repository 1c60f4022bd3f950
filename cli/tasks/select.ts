import { KecsError, problem } from "../../core/validate";
import { kubernetesName } from "../../core/naming";
import { closest } from "../../core/text/closest";
import {
  fullName,
  shortId,
  type Container,
  type Schedule,
  type Task,
  type Tasks,
  type Workload,
} from "../../core/ecs/observed/task";

/** The service or task that a command line names, as `service` or `cluster/service`. */
export function selectWorkload({ workloads }: Pick<Tasks, "workloads">, name: string): Workload {
  const isIt = (each: Workload): boolean =>
    [each.name, fullName(each)].some((known) => known === name) ||
    kubernetesName(each.name) === name;
  const found = workloads.filter(isIt);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const all = workloads.map(fullName);
  if (found.length > 1) {
    const several = found.map(fullName).join(", ");
    throw unknown(`"${name}" is in several clusters`, `name one of them: ${several}`);
  }
  const near = closest(name, name.includes("/") ? all : workloads.map((each) => each.name));
  const hint =
    all.length === 0 ? "add an EcsService to the program" : `there are ${all.join(", ")}`;
  throw unknown(
    `there is no service or task "${name}"`,
    near === undefined ? hint : `did you mean ${near}? ${hint}`,
  );
}

export function tasksOf({ tasks }: Pick<Tasks, "tasks">, workload: Workload): Task[] {
  return tasks.filter((task) => fullName(task) === fullName(workload));
}

export function schedulesOf(
  { schedules }: Pick<Tasks, "schedules">,
  workload: Workload,
): Schedule[] {
  return schedules.filter(
    ({ cluster, task: name }) => fullName({ cluster, name }) === fullName(workload),
  );
}

/** The task to run a command in: the one that is named, else the newest, healthy ones first. */
export function selectRunning(
  tasks: readonly Task[],
  workload: Workload,
  id: string | undefined,
): Task {
  const of = fullName(workload);
  const running = tasks.filter(({ lastStatus }) => lastStatus === "RUNNING");
  if (id !== undefined) {
    const wanted = tasks.filter((task) => task.id.startsWith(id) || task.pod === id);
    const [first] = wanted;
    const there = running.map(shortId).join(", ");
    const hint = there === "" ? "see them: kecs ps" : `running tasks: ${there}`;
    if (first === undefined) throw unknown(`${of} has no task "${id}"`, hint);
    if (wanted.length > 1) throw unknown(`several tasks of ${of} begin with "${id}"`, hint);
    if (first.lastStatus === "RUNNING") return first;
    throw unknown(`task ${shortId(first)} of ${of} is ${first.lastStatus}`, hint);
  }
  const [best] = [...running].sort(
    (a, b) =>
      Number(b.healthStatus === "HEALTHY") - Number(a.healthStatus === "HEALTHY") ||
      b.createdAt.localeCompare(a.createdAt),
  );
  if (best === undefined) throw unknown(`no task of ${of} runs`, "see why: kecs ps");
  return best;
}

export function selectContainers(task: Task, name: string | undefined): readonly Container[] {
  if (name === undefined) return task.containers;
  return task.containers.filter((each) => each.name === name || each.podName === name);
}

export function noContainer(workload: Workload, tasks: readonly Task[], name: string): KecsError {
  const all = [...new Set(tasks.flatMap((task) => task.containers.map((each) => each.name)))];
  return unknown(
    `${fullName(workload)} has no container "${name}"`,
    all.length === 0 ? "see its tasks: kecs ps" : `there are ${all.join(", ")}`,
  );
}

function unknown(message: string, hint: string): KecsError {
  return new KecsError([problem("KECS4007", "", message, hint)]);
}
