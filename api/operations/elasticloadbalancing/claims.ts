import { ofKind, type AwsObject, type World } from "../../world/world";
import type { MakeClaim } from "../../../core/claims";
import { nameFromArn } from "../../../core/arn";
import { hostsOf } from "../../../core/lb/listenerRule/model";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { recordedLoadBalancer } from "../../../core/lb/loadBalancer/record";
import { ownerText } from "./objects";

/** How errors call a load balancer whose host names somebody else wants. */
export function hostOwner(loadBalancer: AwsObject): string {
  return `load balancer '${recordedLoadBalancer(loadBalancer).name}'${ownerText(loadBalancer)}`;
}

/**
 * What the load balancers of an instance have of hosts, for core's checks.
 *
 * @param except one that is to be changed: what it has itself is in nobody's way
 */
export function hostClaims(world: World, except?: AwsObject): MakeClaim {
  let catchAll: string | undefined;
  const owners = new Map<string, string>();
  const owned = new Map<string | undefined, string>();
  for (const object of ofKind(world, "discovery")) {
    const name = String(object.attributes["dnsName"]);
    owners.set(name, `service '${name}' of Cloud Map${ownerText(object)}`);
  }
  for (const object of ofKind(world, "lb")) {
    if (object.key === except?.key) continue;
    const facts = recordedLoadBalancer(object);
    const owner = hostOwner(object);
    owned.set(facts.name, owner);
    if (facts.catchAll) catchAll = owner;
    for (const host of facts.hosts) owners.set(host, owner);
  }
  for (const { listenerArn, conditions } of ofKind(world, "rule").map(recordedRule)) {
    const owner = owned.get(nameFromArn("listener", listenerArn));
    if (owner === undefined) continue;
    for (const host of hostsOf(conditions)) if (!owners.has(host)) owners.set(host, owner);
  }
  return (claim) => {
    if (claim.kind === "catchAll") return catchAll;
    return claim.kind === "host" ? owners.get(claim.host) : undefined;
  };
}
