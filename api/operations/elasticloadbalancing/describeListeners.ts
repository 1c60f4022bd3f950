import type {
  DescribeListenersCommandInput,
  DescribeListenersOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { listeners, listenersOf, loadBalancerByArn } from "./lookUp";
import { pageOf, placeOf } from "./page";
import { chosenByArn } from "./selection";
import { toAwsListener } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListeners.html */
export const describeListeners: Operation<
  DescribeListenersCommandInput,
  DescribeListenersOutput
> = (input, world) => {
  const { items, next } = pageOf(chosen(input, world), input, placeOf);
  return { output: { Listeners: items.map(toAwsListener), ...next } };
};

function chosen(
  { LoadBalancerArn, ListenerArns = [] }: DescribeListenersCommandInput,
  world: World,
): readonly AwsObject[] {
  if (LoadBalancerArn !== undefined && ListenerArns.length > 0) {
    throw new AwsError(
      "ValidationError",
      "Listener ARNs and a load balancer ARN cannot be specified at the same time",
    );
  }
  if (LoadBalancerArn !== undefined) {
    return listenersOf(world, loadBalancerByArn(world, LoadBalancerArn));
  }
  if (ListenerArns.length > 0) {
    return chosenByArn(
      listeners(world),
      ListenerArns,
      () => new AwsError("ListenerNotFound", "One or more listeners not found"),
    );
  }
  throw new AwsError(
    "ValidationError",
    "You must specify either listener ARNs or a load balancer ARN",
  );
}
