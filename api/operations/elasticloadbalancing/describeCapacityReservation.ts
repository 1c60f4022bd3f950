import type {
  DescribeCapacityReservationCommandInput,
  DescribeCapacityReservationOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";

/**
 * Nothing is ever reserved here.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeCapacityReservation.html
 */
export const describeCapacityReservation: Operation<
  DescribeCapacityReservationCommandInput,
  DescribeCapacityReservationOutput
> = ({ LoadBalancerArn }, world) => {
  loadBalancerByArn(world, LoadBalancerArn);
  return { output: { CapacityReservationState: [] } };
};
