import type {
  SetIpAddressTypeCommandInput,
  SetIpAddressTypeOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";
import { replace, requireOwn } from "./objects";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetIpAddressType.html */
export const setIpAddressType: Operation<SetIpAddressTypeCommandInput, SetIpAddressTypeOutput> = (
  { LoadBalancerArn, IpAddressType = "ipv4" },
  world,
) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  requireOwn(object, "Load balancer");
  return {
    output: { IpAddressType },
    changes: [replace(object, { echo: { ...object.echo, IpAddressType } })],
  };
};
