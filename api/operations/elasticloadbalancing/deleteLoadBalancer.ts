import type {
  DeleteLoadBalancerCommandInput,
  DeleteLoadBalancerOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { isProtected } from "./attributes/loadBalancer";
import { belowLoadBalancer } from "./children";
import { byArn, loadBalancers, resourceOf } from "./lookUp";
import { remove, requireOwn } from "./objects";
import { requireOwnChildren } from "./ownChildren";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteLoadBalancer.html */
export const deleteLoadBalancer: Operation<
  DeleteLoadBalancerCommandInput,
  DeleteLoadBalancerOutput
> = ({ LoadBalancerArn: arn = "" }, world) => {
  if (!resourceOf(arn).startsWith("loadbalancer/")) {
    throw new AwsError("ValidationError", `'${arn}' is not a valid load balancer ARN`);
  }
  const object = byArn(loadBalancers(world), arn);
  // AWS calls it a success where there is none.
  if (object === undefined) return { output: {} };
  requireOwn(object, "Load balancer");
  if (isProtected(object)) {
    throw new AwsError(
      "OperationNotPermitted",
      `Load balancer '${object.arn}' cannot be deleted because deletion protection is enabled`,
    );
  }
  const below = belowLoadBalancer(world, object.arn);
  requireOwnChildren(object, "Load balancer", below);
  return { output: {}, changes: [...below, object].map(remove) };
};
