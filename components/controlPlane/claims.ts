import type { Claim } from "../../core/claims";
import { problem, type Issue } from "../../core/validate";
import { controlPlane, type SlotOwner } from "./controlPlane";

/**
 * Claims something that only one component can have; returns the owner if it is taken. A component
 * claims once, so a second claim under one name comes from a namesake.
 */
export function claim(claim: Claim, owner: string): string | undefined {
  const { claims } = controlPlane();
  switch (claim.kind) {
    case "arn":
      return take(claims.arns, claim.arn, owner);
    case "repository":
      return take(claims.repositories, claim.repository, owner);
    case "host":
      return take(within(claims.hosts, claim.instance), claim.host, owner);
    case "dnsObject":
      return take(within(claims.dnsObjects, claim.instance), claim.name, owner);
    case "hostResource":
      return take(claims.hostResources, claim.host, owner);
    case "catchAll":
      return take(claims.catchAlls, claim.instance, owner);
    case "listenerPort":
      return take(within(claims.listenerPorts, claim.loadBalancerArn), claim.port, owner);
    case "localPort":
      return take(within(claims.localPorts, claim.loadBalancerArn), claim.localPort, owner);
    case "slot":
      return takeSlot(within(claims.slots, claim.instance), claim, owner);
    case "priority":
      return take(within(claims.priorities, claim.listenerArn), claim.priority, owner);
    case "certificate":
      return take(within(claims.certificates, claim.listenerArn), claim.certificateArn, owner);
    case "discoveryName":
      return take(within(claims.discoveryNames, claim.namespaceId), claim.name, owner);
    case "alias":
      return take(within(claims.aliases, claim.namespaceId), claim.dnsName, owner);
  }
}

/** Whether a component of the program has made the object with this ARN, up to now. */
export function isClaimed(arn: string): boolean {
  return controlPlane().claims.arns.has(arn);
}

function take<K>(owners: Map<K, string>, key: K, owner: string): string | undefined {
  const present = owners.get(key);
  if (present === undefined) owners.set(key, owner);
  return present;
}

/** Listeners share a local port; a service has one for itself. */
function takeSlot(
  slots: Map<number, SlotOwner>,
  { localPort, use }: { readonly localPort: number; readonly use: SlotOwner["use"] },
  owner: string,
): string | undefined {
  const present = slots.get(localPort);
  if (present === undefined) slots.set(localPort, { owner, use });
  return present?.use === "listener" && use === "listener" ? undefined : present?.owner;
}

function within<K, L, O>(all: Map<K, Map<L, O>>, scope: K): Map<L, O> {
  const present = all.get(scope);
  if (present !== undefined) return present;
  const fresh = new Map<L, O>();
  all.set(scope, fresh);
  return fresh;
}

/** The issue of an ARN that another component of the program has; none where it was free. */
export function claimArn(arn: string, path: string, field: "name" | "family" = "name"): Issue[] {
  return taken(claim({ kind: "arn", arn }, path), arn, { path, field });
}

/** The same of an image's repository. */
export function claimRepository(repository: string, path: string): Issue[] {
  const owner = claim({ kind: "repository", repository }, path);
  return taken(owner, repository, { path, field: "name" });
}

function taken(
  owner: string | undefined,
  what: string,
  { path, field }: { readonly path: string; readonly field: string },
): Issue[] {
  if (owner === undefined) return [];
  const message = `${owner} has already made "${what}"`;
  return [problem("KECS1001", `${path}.${field}`, message, `choose another ${field}`)];
}
