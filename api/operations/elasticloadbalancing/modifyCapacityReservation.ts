import type {
  ModifyCapacityReservationCommandInput,
  ModifyCapacityReservationOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyCapacityReservation.html */
export const modifyCapacityReservation: Operation<
  ModifyCapacityReservationCommandInput,
  ModifyCapacityReservationOutput
> = ({ LoadBalancerArn, ResetCapacityReservation: resets }, world) => {
  loadBalancerByArn(world, LoadBalancerArn);
  if (resets === true) return { output: { CapacityReservationState: [] } };
  throw new AwsError(
    "OperationNotPermitted",
    "KECS reserves no capacity: this machine limits what a load balancer can do; leave MinimumLoadBalancerCapacity out",
  );
};
