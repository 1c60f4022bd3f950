import type {
  Cluster,
  ClusterConfiguration,
  ClusterField,
  ClusterServiceConnectDefaultsRequest,
  ClusterSetting,
  CreateClusterRequest,
} from "@aws-sdk/client-ecs";
import { isLive } from "../../../../core/ecs/observed/kubernetesObjects";
import { isReady } from "../../../../core/ecs/observed/isReady";
import type { AwsObject, World } from "../../../world/world";
import { nameOf } from "../find/clusters";
import { isActive, statusOf } from "../find/lifetime";
import { servicesIn } from "../find/services";
import { tasksIn } from "../find/tasks";
import { given } from "../put";
import { unsupported } from "../refuse";
import { tagList, tagsOf } from "./tags";

/** What a cluster's record echoes. */
export type ClusterEcho = Pick<
  CreateClusterRequest,
  "settings" | "configuration" | "capacityProviders" | "defaultCapacityProviderStrategy"
>;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html */
const DEFAULT_SETTINGS: ClusterSetting[] = [{ name: "containerInsights", value: "disabled" }];

/** Everything that AWS can tell of a cluster. */
export const ALL_FIELDS: readonly ClusterField[] = ["CONFIGURATIONS", "SETTINGS", "TAGS"];

/** A cluster as AWS describes it, with the parts that are asked for. */
export function describedCluster(
  cluster: AwsObject,
  world: World,
  include: readonly ClusterField[],
): Cluster {
  const name = nameOf(cluster);
  const echo = cluster.echo as ClusterEcho;
  const live = tasksIn(world, name).filter(({ pod }) => isLive(pod));
  const running = live.filter(({ pod }) => isReady(pod)).length;
  return {
    clusterArn: cluster.arn,
    clusterName: name,
    status: statusOf(cluster),
    registeredContainerInstancesCount: 0,
    runningTasksCount: running,
    pendingTasksCount: live.length - running,
    activeServicesCount: servicesIn(world, name).filter(isActive).length,
    statistics: [],
    tags: include.includes("TAGS") ? tagList(tagsOf(cluster)) : [],
    settings: include.includes("SETTINGS") ? (echo.settings ?? DEFAULT_SETTINGS) : [],
    ...(include.includes("CONFIGURATIONS") && echo.configuration !== undefined
      ? { configuration: echo.configuration }
      : {}),
    capacityProviders: echo.capacityProviders ?? [],
    defaultCapacityProviderStrategy: echo.defaultCapacityProviderStrategy ?? [],
  };
}

/** What a caller can say of a cluster that is made or changed. */
interface ClusterInput extends ClusterEcho {
  readonly configuration?: ClusterConfiguration | undefined;
  readonly serviceConnectDefaults?: ClusterServiceConnectDefaultsRequest | undefined;
}

/** The part of it that is echoed; Service Connect is refused. */
export function clusterEcho(input: ClusterInput): Partial<ClusterEcho> {
  if ((input.serviceConnectDefaults?.namespace ?? "") !== "") {
    throw unsupported(
      "serviceConnectDefaults: this API does not make names of Service Connect. Make the cluster with Pulumi, or leave it out.",
    );
  }
  const { settings, configuration, capacityProviders, defaultCapacityProviderStrategy } = input;
  return given({ settings, configuration, capacityProviders, defaultCapacityProviderStrategy });
}
