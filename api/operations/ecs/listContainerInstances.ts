import type {
  ListContainerInstancesRequest,
  ListContainerInstancesResponse,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { activeCluster } from "./find/clusters";
import { pageOf } from "./page";

/** A cluster has none: its tasks run on this machine. */
export const listContainerInstances: Operation<
  ListContainerInstancesRequest,
  ListContainerInstancesResponse
> = (input, world) => {
  activeCluster(world, input.cluster);
  const { items, ...next } = pageOf<string>([], input, { keyOf: (arn) => arn, size: 100 });
  return { output: { containerInstanceArns: items, ...next } };
};
