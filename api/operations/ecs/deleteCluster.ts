import type { DeleteClusterRequest, DeleteClusterResponse } from "@aws-sdk/client-ecs";
import { isLive } from "../../../core/ecs/observed/kubernetesObjects";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { inactiveAt, isActive } from "./find/lifetime";
import { servicesIn } from "./find/services";
import { tasksIn } from "./find/tasks";
import { putAgain } from "./put";
import { refuseOfPulumi } from "./refuse";
import { ALL_FIELDS, describedCluster } from "./shapes/cluster";

export const deleteCluster: Operation<DeleteClusterRequest, DeleteClusterResponse> = (
  input,
  world,
) => {
  const cluster = activeCluster(world, input.cluster);
  const name = nameOf(cluster);
  refuseOfPulumi(cluster, `cluster ${name}`);
  const services = servicesIn(world, name).filter(isActive);
  if (services.length > 0) {
    throw new AwsError(
      "ClusterContainsServicesException",
      "The Cluster cannot be deleted while Services are active.",
    );
  }
  if (tasksIn(world, name).some(({ pod, metadata }) => isLive(pod) && !isOfService(metadata))) {
    throw new AwsError(
      "ClusterContainsTasksException",
      "The Cluster cannot be deleted while Tasks are active.",
    );
  }
  const attributes = { ...cluster.attributes, ...inactiveAt(world.now) };
  return {
    output: { cluster: describedCluster({ ...cluster, attributes }, world, ALL_FIELDS) },
    changes: [putAgain(cluster, { attributes })],
  };
};

/** The tasks of a service end with it, and no service of the cluster is active. */
function isOfService({ serviceName }: { readonly serviceName?: string }): boolean {
  return serviceName !== undefined;
}
