import type { AwsError } from "../../world/awsError";
import type { AwsObject } from "../../world/world";
import { resourceOf } from "./lookUp";

type Missing = (wanted: readonly string[]) => AwsError;

/** Those of some objects that ARNs name, in the objects' order; all of the ARNs have to name one. */
export function chosenByArn(
  objects: readonly AwsObject[],
  arns: readonly string[],
  missing: Missing,
): AwsObject[] {
  const wanted = new Map(arns.map((arn) => [resourceOf(arn), arn]));
  return chosen(objects, wanted, ({ arn }) => resourceOf(arn), missing);
}

export function chosenByName(
  objects: readonly AwsObject[],
  names: readonly string[],
  nameOf: (object: AwsObject) => string,
  missing: Missing,
): AwsObject[] {
  return chosen(objects, new Map(names.map((name) => [name, name])), nameOf, missing);
}

function chosen(
  objects: readonly AwsObject[],
  wanted: ReadonlyMap<string, string>,
  identity: (object: AwsObject) => string,
  missing: Missing,
): AwsObject[] {
  const found = objects.filter((object) => wanted.has(identity(object)));
  const present = new Set(found.map(identity));
  const absent = [...wanted].filter(([name]) => !present.has(name)).map(([, given]) => given);
  if (absent.length > 0) throw missing(absent);
  return found;
}
