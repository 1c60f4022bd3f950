import type {
  CreateLoadBalancerCommandInput,
  CreateLoadBalancerOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { isDeepStrictEqual } from "node:util";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { loadBalancerArn } from "../../../core/arn";
import { albConflicts } from "../../../core/lb/loadBalancer/conflicts";
import { loadBalancerRecord } from "../../../core/lb/loadBalancer/record";
import { validateAlb } from "../../../core/lb/loadBalancer/validate";
import { belowLoadBalancer, leftBehind } from "./children";
import { hostClaims } from "./claims";
import { byArn, loadBalancers } from "./lookUp";
import { requireSecurityGroups, requireSubnets } from "./network";
import { newObject, ownerText, put, remove } from "./objects";
import { INPUT, refuse } from "./refuse";
import { toAlbValues, toAwsLoadBalancer, toLoadBalancerEcho } from "./shapes/loadBalancer";
import { tagsOf } from "./shapes/tags";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export const createLoadBalancer: Operation<
  CreateLoadBalancerCommandInput,
  CreateLoadBalancerOutput
> = (input, world) => {
  const values = toAlbValues(input);
  refuse(validateAlb(values, INPUT));
  requireSubnets(input, world);
  requireSecurityGroups(input.SecurityGroups, world);
  requireNoOutpost(input);
  const arn = loadBalancerArn(world.connection, values.name);
  const made = newObject(loadBalancerRecord(values, arn), toLoadBalancerEcho(input), world);
  const settings = (object: Pick<AwsObject, "arn" | "attributes" | "echo">) => ({
    ...toAwsLoadBalancer({ ...object, createdAt: world.now }, world),
    tags: tagsOf(object),
  });
  const present = byArn(loadBalancers(world), arn);
  if (present !== undefined) {
    if (!isDeepStrictEqual(settings(present), settings(made))) {
      throw new AwsError(
        "DuplicateLoadBalancerName",
        `A load balancer with the same name '${values.name}' exists, but with different settings${ownerText(present)}`,
      );
    }
    return { output: { LoadBalancers: [toAwsLoadBalancer(present, world)] } };
  }
  refuse(albConflicts(world.connection.instance, values, INPUT, hostClaims(world)));
  return {
    output: { LoadBalancers: [toAwsLoadBalancer(made, world)] },
    changes: [...leftBehind(belowLoadBalancer(world, arn)).map(remove), put(made)],
  };
};

function requireNoOutpost(input: CreateLoadBalancerCommandInput): void {
  const { CustomerOwnedIpv4Pool: pool } = input;
  if (pool !== undefined) {
    throw new AwsError(
      "InvalidConfigurationRequest",
      `CustomerOwnedIpv4Pool '${pool}' belongs to AWS Outposts, which KECS does not have; leave it out`,
    );
  }
}
