import type { Claim } from "../../core/claims";
import { problem, type Issue } from "../../core/validate";
import { controlPlane } from "./controlPlane";

/**
 * Claims something that only one component can have; returns the owner if it is taken. A component
 * claims once, so a second claim under one name comes from a namesake.
 */
export function claim(claim: Claim, owner: string): string | undefined {
  const { owners, key } = placeOf(claim);
  const present = owners.get(key);
  if (present === undefined) owners.set(key, owner);
  return present;
}

/** Who has something that only one component can have, if anybody does. */
export function ownerOf(claim: Claim): string | undefined {
  const { owners, key } = placeOf(claim);
  return owners.get(key);
}

interface Place {
  readonly owners: Map<string | number, string>;
  readonly key: string | number;
}

function placeOf(claim: Claim): Place {
  const { claims } = controlPlane();
  switch (claim.kind) {
    case "arn":
      return { owners: claims.arns, key: claim.arn };
    case "repository":
      return { owners: claims.repositories, key: claim.repository };
    case "host":
      return { owners: within(claims.hosts, claim.instance), key: claim.host };
    case "catchAll":
      return { owners: claims.catchAlls, key: claim.instance };
    case "listenerPort":
      return { owners: within(claims.listenerPorts, claim.loadBalancerArn), key: claim.port };
    case "localPort":
      return { owners: within(claims.localPorts, claim.loadBalancerArn), key: claim.localPort };
    case "priority":
      return { owners: within(claims.priorities, claim.listenerArn), key: claim.priority };
    case "certificate":
      return { owners: within(claims.certificates, claim.listenerArn), key: claim.certificateArn };
  }
}

function within<K, L>(all: Map<K, Map<L, string>>, scope: K): Map<L, string> {
  const present = all.get(scope);
  if (present !== undefined) return present;
  const fresh = new Map<L, string>();
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
  const message = `${owner} has made "${what}" already`;
  return [problem("KECS1001", `${path}.${field}`, message, `choose another ${field}`)];
}
