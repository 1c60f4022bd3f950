import type { CreateClusterRequest, CreateClusterResponse } from "@aws-sdk/client-ecs";
import { validateName } from "../../../core/awsNames";
import { clusterRecord } from "../../../core/ecs/cluster/record";
import { throwIfRefused } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { DEFAULT_CLUSTER, findCluster } from "./find/clusters";
import { isActive } from "./find/lifetime";
import { INVALID } from "./refuse";
import { ALL_FIELDS, clusterEcho, describedCluster } from "./shapes/cluster";
import { tagMap } from "./shapes/tags";

/** As on AWS, a cluster that is there already is what is made, whatever its settings are. */
export const createCluster: Operation<CreateClusterRequest, CreateClusterResponse> = (
  input,
  world,
) => {
  const name = input.clusterName ?? DEFAULT_CLUSTER;
  throwIfRefused(validateName("ecs", name, "clusterName"), INVALID);
  const tags = tagMap(input.tags);
  const echo = clusterEcho(input);
  const present = findCluster(world, name);
  if (present !== undefined && isActive(present)) {
    return { output: { cluster: describedCluster(present, world, ALL_FIELDS) } };
  }
  const { attributes, ...record } = clusterRecord(world.connection, { name });
  const object: AwsObject = {
    ...record,
    kind: "cluster",
    attributes: { ...attributes, tags },
    echo,
    createdAt: world.now,
    owner: "api",
    stack: "",
  };
  return {
    output: { cluster: describedCluster(object, world, ALL_FIELDS) },
    changes: [{ kind: "put", object }],
  };
};
