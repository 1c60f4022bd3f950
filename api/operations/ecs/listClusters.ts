import type { ListClustersRequest, ListClustersResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { ofKind } from "../../world/world";
import { isActive } from "./find/lifetime";
import { pageOf } from "./page";

export const listClusters: Operation<ListClustersRequest, ListClustersResponse> = (
  input,
  world,
) => {
  const arns = ofKind(world, "cluster")
    .filter(isActive)
    .map(({ arn }) => arn);
  const { items, ...next } = pageOf(arns, input, { keyOf: (arn) => arn, size: 100 });
  return { output: { clusterArns: items, ...next } };
};
