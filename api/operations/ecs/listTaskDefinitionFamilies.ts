import type {
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
} from "@aws-sdk/client-ecs";
import type { Operation } from "../../world/operation";
import { ofKind } from "../../world/world";
import { isActive } from "./find/lifetime";
import { familyOf } from "./find/taskDefinitions";
import { pageOf } from "./page";

/** A family is ACTIVE while one of its revisions is. */
export const listTaskDefinitionFamilies: Operation<
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse
> = (input, world) => {
  const { familyPrefix = "", status = "ACTIVE" } = input;
  const definitions = ofKind(world, "td");
  const active = new Set(definitions.filter(isActive).map(familyOf));
  const families = [...new Set(definitions.map(familyOf))].filter(
    (family) =>
      family.startsWith(familyPrefix) &&
      (status === "ALL" || (status === "ACTIVE") === active.has(family)),
  );
  const { items, ...next } = pageOf(families, input, { keyOf: (family) => family, size: 100 });
  return { output: { families: items, ...next } };
};
