import { AwsError } from "../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../world/world";
import {
  byArn,
  listenerByArn,
  loadBalancerByArn,
  resourceOf,
  ruleByArn,
  targetGroupByArn,
} from "./lookUp";

interface Kind {
  /** As AWS's errors call it. */
  readonly what: string;
  readonly find: (world: World, arn: string) => AwsObject;
}

/** What can have tags, by the first part of what its ARN says. */
const KINDS: Readonly<Record<string, Kind>> = {
  loadbalancer: { what: "Load balancer", find: loadBalancerByArn },
  listener: { what: "Listener", find: listenerByArn },
  "listener-rule": { what: "Rule", find: ruleByArn },
  targetgroup: { what: "Target group", find: targetGroupByArn },
  truststore: { what: "Trust store", find: trustStoreByArn },
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddTags.html */
const MOST_ARNS = 20;

export interface Tagged {
  readonly what: string;
  readonly object: AwsObject;
}

/** The objects that ARNs of any kind name. */
export function taggedByArn(world: World, arns: readonly string[]): Tagged[] {
  if (arns.length > MOST_ARNS) {
    throw new AwsError(
      "ValidationError",
      `ResourceArns has '${arns.length}' ARNs; the limit is '${MOST_ARNS}'`,
    );
  }
  return arns.map((arn) => {
    const kind = KINDS[resourceOf(arn).split("/")[0] ?? ""];
    if (kind === undefined) throw new AwsError("ValidationError", `'${arn}' is not a valid ARN`);
    return { what: kind.what, object: kind.find(world, arn) };
  });
}

function trustStoreByArn(world: World, arn: string): AwsObject {
  const found = byArn(ofKind(world, "ts"), arn);
  if (found !== undefined) return found;
  throw new AwsError("TrustStoreNotFound", "One or more trust stores not found");
}
