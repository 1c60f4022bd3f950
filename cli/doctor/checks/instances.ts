import { listInstances, type ListedInstance } from "../../../cluster/k3d/listInstances";
import { ok, warning, type Check, type Verdict } from "../check";

type Known = Pick<ListedInstance, "instance" | "hasStack" | "owner">;

export function judgeInstances(found: readonly Known[]): Verdict {
  const left = found.filter(({ hasStack, owner }) => hasStack === false || owner === null);
  const names = found.map(({ instance }) => instance);
  const evidence = names.length === 0 ? "none" : names.join(", ");
  if (left.length === 0) return ok(evidence);
  const whose = left.map(({ instance, owner }) =>
    owner === null ? `whose ${instance} is, it does not know` : `the stack of ${instance} is gone`,
  );
  const remedies = [
    ...(left.some(({ owner }) => owner !== null) ? ["kecs prune"] : []),
    ...left
      .filter(({ owner }) => owner === null)
      .map(({ instance }) => `k3d cluster delete kecs-${instance}`),
  ];
  return warning(
    "KECS2013",
    `${evidence}; ${whose.join("; ")}`,
    `remove what nobody needs: ${remedies.join("; ")}`,
  );
}

export const instances: Check = {
  name: "instances",
  needs: "docker",
  look: async () => judgeInstances(await listInstances()),
};
