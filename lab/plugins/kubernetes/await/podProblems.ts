import type { PropertyMap } from "../../shared/properties";
import { at, conditionOf, listAt, nameOf, namespaceOf, numberAt, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

/** A name as people say it: the namespace only where it is not the default one. */
export function spokenName(object: KubeObject): string {
  const namespace = namespaceOf(object);
  return namespace === "" || namespace === "default"
    ? nameOf(object)
    : `${namespace}/${nameOf(object)}`;
}

function waitingProblem(status: PropertyMap): string[] {
  const reason = textAt(status, "state", "waiting", "reason");
  if (reason === "" || reason === "ContainerCreating" || reason === "PodInitializing") return [];
  return [`[${reason}] ${textAt(status, "state", "waiting", "message")}`.trimEnd()];
}

function terminatedProblem(status: PropertyMap): string[] {
  const reason = textAt(status, "state", "terminated", "reason");
  if (reason === "" || numberAt(status, "state", "terminated", "exitCode") === 0) return [];
  const message = textAt(status, "state", "terminated", "message");
  const code = String(numberAt(status, "state", "terminated", "exitCode"));
  return message === ""
    ? [`container "${textAt(status, "name")}" completed with exit code ${code}`]
    : [`[${reason}] ${message}`];
}

function lastProblem(status: PropertyMap): string[] {
  const last = at(status, "lastState", "terminated");
  if (last === undefined) return [];
  const code = String(numberAt(last, "exitCode"));
  const message = textAt(last, "message");
  return [
    `container "${textAt(status, "name")}" terminated at ${textAt(last, "finishedAt")} ` +
      `(${textAt(last, "reason")}: exit code ${code})` +
      (message === "" ? "" : `\n${message}`),
  ];
}

function conditionProblem(pod: KubeObject): string[] {
  for (const type of ["PodScheduled", "Initialized", "Ready"]) {
    const condition = conditionOf(pod, type);
    const message = textAt(condition, "message");
    if (condition !== undefined && textAt(condition, "status") !== "True") {
      return message === "" ? [] : [message];
    }
  }
  return [];
}

/** What keeps a pod from being ready: its conditions, and what its containers wait for. */
export function podProblems(pod: KubeObject): string[] {
  const statuses = [
    ...listAt(pod, "status", "initContainerStatuses"),
    ...listAt(pod, "status", "containerStatuses"),
  ].filter((status) => at(status, "ready") !== true);
  const problems = [
    ...conditionProblem(pod),
    ...statuses.flatMap((status) => [
      ...waitingProblem(status),
      ...terminatedProblem(status),
      ...lastProblem(status),
    ]),
  ];
  return problems.length === 0 ? [] : [`[Pod ${spokenName(pod)}]: ${problems.join("\n")}`];
}
