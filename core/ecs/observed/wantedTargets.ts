import { parseJson } from "../../validate/parseJson";

interface ServiceRecord {
  readonly status?: unknown;
  readonly desiredCount?: unknown;
  readonly loadBalancers?: unknown;
}

/**
 * How many tasks the services of an instance are to have behind each target group, by its ARN. A
 * group that no service is attached to is not in it, and a service that has ended does not count.
 *
 * @param json the records of services, as kubectl lists them
 */
export function wantedTargets(json: string): ReadonlyMap<string, number> {
  const { items } = parseJson<{
    readonly items: readonly { readonly data?: Readonly<Record<string, string>> }[];
  }>(json, "kubectl");
  const wanted = new Map<string, number>();
  for (const { data } of items) {
    const record = parseJson<ServiceRecord>(data?.["attributes"] ?? "{}", "a record");
    const { status = "ACTIVE", desiredCount, loadBalancers } = record;
    if (status !== "ACTIVE") continue;
    // On ECS a service without a number has one task.
    const count = typeof desiredCount === "number" ? desiredCount : 1;
    for (const arn of targetGroupsOf(loadBalancers)) {
      wanted.set(arn, (wanted.get(arn) ?? 0) + count);
    }
  }
  return wanted;
}

function targetGroupsOf(loadBalancers: unknown): Set<string> {
  if (!Array.isArray(loadBalancers)) return new Set();
  const arns = loadBalancers.map(
    (each) => (each as { targetGroupArn?: unknown } | null)?.targetGroupArn,
  );
  return new Set(arns.filter((arn) => typeof arn === "string"));
}
