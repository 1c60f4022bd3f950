import { AwsError } from "../../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { invalid } from "../refuse";
import { isActive } from "./lifetime";

const PREFIX = /^arn:[^:]+:ecs:[^:]*:[^:]*:task-definition\//;

/** What names a task definition; without a revision it is the family's newest ACTIVE one. */
export interface DefinitionName {
  readonly family: string;
  readonly revision: number | undefined;
}

/** Reads a family, `family:revision` or an ARN. */
export function definitionName(given: string): DefinitionName {
  const [family = "", revision, ...more] = given.replace(PREFIX, "").split(":");
  if (!/^[-_A-Za-z0-9]{1,255}$/.test(family) || more.length > 0) {
    throw invalid(`"${given}" is not the name or ARN of a task definition.`);
  }
  if (revision === undefined) return { family, revision };
  if (!/^[1-9]\d{0,9}$/.test(revision)) {
    throw invalid(`Invalid revision number. Number: ${revision}`);
  }
  return { family, revision: Number(revision) };
}

export function familyOf({ attributes }: Pick<AwsObject, "attributes">): string {
  return String(attributes["family"]);
}

export function revisionOf({ attributes }: Pick<AwsObject, "attributes">): number {
  return Number(attributes["revision"]);
}

/** All revisions of a family, the newest first. */
export function revisionsOf(world: World, family: string): AwsObject[] {
  return ofKind(world, "td")
    .filter((definition) => familyOf(definition) === family)
    .sort((a, b) => revisionOf(b) - revisionOf(a));
}

export function findDefinition(
  world: World,
  { family, revision }: DefinitionName,
): AwsObject | undefined {
  return revisionsOf(world, family).find((definition) =>
    revision === undefined ? isActive(definition) : revisionOf(definition) === revision,
  );
}

/** A task definition by its revision, which the caller has to name. */
export function exactDefinition(world: World, given: string): AwsObject | undefined {
  const name = definitionName(given);
  if (name.revision === undefined) throw new AwsError("ClientException", "Revision is missing.");
  return findDefinition(world, name);
}
