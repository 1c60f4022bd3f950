import type {
  ModifyIpPoolsCommandInput,
  ModifyIpPoolsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";
import type { LoadBalancerEcho } from "./shapes/loadBalancer";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyIpPools.html */
export const modifyIpPools: Operation<ModifyIpPoolsCommandInput, ModifyIpPoolsOutput> = (
  { LoadBalancerArn, IpamPools, RemoveIpamPools = [] },
  world,
) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  requireOwn(object, "Load balancer");
  const { IpamPools: present, ...others } = object.echo as LoadBalancerEcho;
  const kept = RemoveIpamPools.includes("ipv4") ? undefined : present;
  const pools = IpamPools ?? kept;
  const part = pools === undefined ? {} : { IpamPools: pools };
  return { output: part, changes: [replace(object, { echo: { ...others, ...part } })] };
};
