import type { World } from "../../world/world";
import { usesOf } from "./actions";

/** The load balancers that use a target group, each once. */
export function loadBalancersOf(world: World): (targetGroupArn: string) => string[] {
  const users = new Map<string, Set<string>>();
  for (const { targetGroupArn, loadBalancerArn } of usesOf(world)) {
    const known = users.get(targetGroupArn) ?? new Set();
    users.set(targetGroupArn, known.add(loadBalancerArn));
  }
  return (arn) => [...(users.get(arn) ?? [])];
}
