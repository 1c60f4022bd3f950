import type {
  SetSecurityGroupsCommandInput,
  SetSecurityGroupsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";
import { requireSecurityGroups } from "./network";
import { replace, requireOwn } from "./objects";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html */
export const setSecurityGroups: Operation<
  SetSecurityGroupsCommandInput,
  SetSecurityGroupsOutput
> = ({ LoadBalancerArn, SecurityGroups = [] }, world) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  requireOwn(object, "Load balancer");
  requireSecurityGroups(SecurityGroups, world);
  return {
    output: { SecurityGroupIds: SecurityGroups },
    changes: [replace(object, { echo: { ...object.echo, SecurityGroups } })],
  };
};
