import type { UpdateClusterRequest, UpdateClusterResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { changeCluster } from "./changeCluster";
import { clusterEcho } from "./shapes/cluster";

export const updateCluster: Operation<UpdateClusterRequest, UpdateClusterResponse> = (
  { cluster, ...input },
  world,
) => changeCluster(world, cluster, clusterEcho(input));
