import { kubectl, type Answer } from "../kubernetes/kubectl";

interface Look {
  readonly since: number;
  readonly answer: Promise<Answer>;
}

const looks = new Map<string, Look>();

/**
 * Everything that runs in an instance, from a look that began at `notBefore` or later. Services that
 * wait side by side share their looks: each costs the node the start of a program.
 */
export function listWorkloadObjects(instance: string, notBefore: number): Promise<Answer> {
  const last = looks.get(instance);
  if (last !== undefined && last.since >= notBefore) return last.answer;
  const answer = kubectl(instance, ["get", "deployments,replicasets,pods,events", "-o", "json"]);
  looks.set(instance, { since: Date.now(), answer });
  return answer;
}
