import type {
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { changeCluster } from "./changeCluster";
import { clusterEcho } from "./shapes/cluster";

export const putClusterCapacityProviders: Operation<
  PutClusterCapacityProvidersRequest,
  PutClusterCapacityProvidersResponse
> = ({ cluster, capacityProviders, defaultCapacityProviderStrategy }, world) =>
  changeCluster(
    world,
    cluster,
    clusterEcho({ capacityProviders, defaultCapacityProviderStrategy }),
  );
