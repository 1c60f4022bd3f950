import type { DescribeClustersRequest, DescribeClustersResponse } from "@aws-sdk/client-ecs";
import { clusterArn } from "../../../core/arn";
import type { Operation } from "../../world/operation";
import { clusterName, DEFAULT_CLUSTER, findCluster } from "./find/clusters";
import { describedCluster } from "./shapes/cluster";
import { missing } from "./shapes/missing";
import { refuseTooMany } from "./shapes/counts";

export const describeClusters: Operation<DescribeClustersRequest, DescribeClustersResponse> = (
  { clusters: names = [DEFAULT_CLUSTER], include = [] },
  world,
) => {
  refuseTooMany("clusters", names, 100);
  const wanted = names.length === 0 ? [DEFAULT_CLUSTER] : [...new Set(names)];
  const found = wanted.map((name) => ({ name, cluster: findCluster(world, name) }));
  return {
    output: {
      clusters: found.flatMap(({ cluster }) =>
        cluster === undefined ? [] : [describedCluster(cluster, world, include)],
      ),
      failures: found
        .filter(({ cluster }) => cluster === undefined)
        .map(({ name }) => missing(clusterArn(world.connection, clusterName(name)))),
    },
  };
};
