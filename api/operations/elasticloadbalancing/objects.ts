import { AwsError } from "../../world/awsError";
import type { Change } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import type { RecordContent } from "../../../core/records/manifest";
import type { Records } from "../../../core/records/records";

/** What of an object a change may replace. */
type Content = Partial<Pick<AwsObject, "attributes" | "echo">>;

/** The objects of an instance as the functions of core take them. */
export function recordsOf({ objects }: Pick<World, "objects">): Records {
  return { objects, unreadable: new Set() };
}

/** An object that an operation makes. */
export function newObject(
  { key, arn, attributes }: RecordContent,
  echo: AwsObject["echo"],
  { now }: World,
): Omit<AwsObject, "owner" | "stack"> {
  return {
    key,
    kind: key.split("-")[0] ?? key,
    arn,
    attributes: attributes as AwsObject["attributes"],
    createdAt: now,
    echo,
  };
}

export function put(object: Omit<AwsObject, "owner" | "stack">): Change {
  const { key, kind, arn, attributes, createdAt, echo } = object;
  return { kind: "put", object: { key, kind, arn, attributes, createdAt, echo } };
}

/** Gives an object another content. */
export function replace(object: AwsObject, content: Content): Change {
  return put({ ...object, ...content });
}

export function remove({ key }: Pick<AwsObject, "key">): Change {
  return { kind: "remove", key };
}

/** Refuses to change or delete what a Pulumi program made. */
export function requireOwn(object: AwsObject, what: string): void {
  if (object.owner === "api") return;
  throw new AwsError(
    "OperationNotPermitted",
    `${what} '${object.arn}' belongs to the Pulumi stack ${object.stack}; change it in the program of that stack, or remove it with pulumi destroy`,
  );
}

/** Where to look, for messages about objects that a Pulumi program made. */
export function ownerText({ owner, stack }: AwsObject): string {
  return owner === "pulumi" ? ` (see the Pulumi stack ${stack})` : "";
}
