import type {
  SetSecurityGroupsCommandInput,
  SetSecurityGroupsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";
import { ofOtherTypes, requireSecurityGroups } from "./network";
import { replace, requireOwn } from "./objects";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html */
export const setSecurityGroups: Operation<
  SetSecurityGroupsCommandInput,
  SetSecurityGroupsOutput
> = ({ LoadBalancerArn, SecurityGroups = [], ...others }, world) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  requireOwn(object, "Load balancer");
  if (others.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic !== undefined) {
    throw ofOtherTypes("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic");
  }
  requireSecurityGroups(SecurityGroups, world);
  return {
    output: { SecurityGroupIds: SecurityGroups },
    changes: [replace(object, { echo: { ...object.echo, SecurityGroups } })],
  };
};
