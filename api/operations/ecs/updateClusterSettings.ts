import type {
  UpdateClusterSettingsRequest,
  UpdateClusterSettingsResponse,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { changeCluster } from "./changeCluster";
import { clusterEcho } from "./shapes/cluster";

export const updateClusterSettings: Operation<
  UpdateClusterSettingsRequest,
  UpdateClusterSettingsResponse
> = ({ cluster, settings }, world) => changeCluster(world, cluster, clusterEcho({ settings }));
