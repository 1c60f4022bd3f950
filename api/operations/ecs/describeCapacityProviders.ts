import type {
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse,
} from "@aws-sdk/client-ecs";
import { capacityProviderArn } from "../../../core/arn";
import type { Operation } from "../../world/operation";
import type { World } from "../../world/world";
import { activeCluster } from "./find/clusters";
import { pageOf } from "./page";
import { describedCluster } from "./shapes/cluster";
import { missing } from "./shapes/missing";

/** Those that every account has. */
const PROVIDERS = ["FARGATE", "FARGATE_SPOT"] as const;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeCapacityProviders.html */
export const describeCapacityProviders: Operation<
  DescribeCapacityProvidersRequest,
  DescribeCapacityProvidersResponse
> = (input, world) => {
  const { capacityProviders: wanted = [], cluster, include = [] } = input;
  const offered = PROVIDERS.filter((name) => isOf(name, cluster, world));
  const names = [...new Set(wanted.map((given) => given.split("/").at(-1) ?? given))];
  const found = offered.filter((name) => names.length === 0 || names.includes(name));
  const { items, ...next } = pageOf(found, input, { keyOf: (name) => name, size: 10 });
  return {
    output: {
      capacityProviders: items.map((name) => ({
        capacityProviderArn: capacityProviderArn(world.connection, name),
        name,
        status: "ACTIVE" as const,
        type: name,
        ...(include.includes("TAGS") ? { tags: [] } : {}),
      })),
      failures: names
        .filter((name) => !offered.some((known) => known === name))
        .map((name) => missing(capacityProviderArn(world.connection, name))),
      ...next,
    },
  };
};

/** Where a cluster is asked for, those that it is to use. */
function isOf(name: string, cluster: string | undefined, world: World): boolean {
  if (cluster === undefined) return true;
  const { capacityProviders = [] } = describedCluster(activeCluster(world, cluster), world, []);
  return capacityProviders.includes(name);
}
