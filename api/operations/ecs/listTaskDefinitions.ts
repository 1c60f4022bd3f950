import type { ListTaskDefinitionsRequest, ListTaskDefinitionsResponse } from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { ofKind, type AwsObject } from "../../world/world";
import { statusOf } from "./find/lifetime";
import { familyOf, revisionOf } from "./find/taskDefinitions";
import { pageOf } from "./page";

export const listTaskDefinitions: Operation<
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse
> = (input, world) => {
  const { familyPrefix, status = "ACTIVE", sort } = input;
  // As on AWS, it is the whole name of a family.
  const found = ofKind(world, "td").filter(
    (definition) =>
      statusOf(definition) === status &&
      (familyPrefix === undefined || familyOf(definition) === familyPrefix),
  );
  const { items, ...next } = pageOf(found, input, {
    keyOf,
    size: 100,
    isDescending: sort === "DESC",
  });
  return { output: { taskDefinitionArns: items.map(({ arn }) => arn), ...next } };
};

/** Revisions in the order of their numbers. */
function keyOf(definition: AwsObject): string {
  return `${familyOf(definition)}:${String(revisionOf(definition)).padStart(10, "0")}`;
}
