import type {
  SetSubnetsCommandInput,
  SetSubnetsOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { loadBalancerByArn } from "./lookUp";
import { requireSubnets } from "./network";
import { replace, requireOwn } from "./objects";
import { defined } from "./shapes/defined";
import { toAwsZones, type LoadBalancerEcho } from "./shapes/loadBalancer";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html */
export const setSubnets: Operation<SetSubnetsCommandInput, SetSubnetsOutput> = (input, world) => {
  const object = loadBalancerByArn(world, input.LoadBalancerArn);
  requireOwn(object, "Load balancer");
  requireSubnets(input, world);
  const { Subnets, SubnetMappings, IpAddressType } = input;
  const present = Object.entries(object.echo).filter(
    ([field]) => field !== "Subnets" && field !== "SubnetMappings",
  );
  const echo: LoadBalancerEcho = {
    ...Object.fromEntries(present),
    ...defined({ Subnets, SubnetMappings, IpAddressType }),
  };
  return {
    output: {
      AvailabilityZones: toAwsZones(echo, world.region),
      IpAddressType: echo.IpAddressType ?? "ipv4",
    },
    changes: [replace(object, { echo: { ...echo } })],
  };
};
