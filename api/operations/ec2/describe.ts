import type { Filter } from "@aws-sdk/client-ec2";
import { AwsError } from "../../world/awsError";
import { filtered, type Filterable } from "./filters";

/** What every look at EC2's objects can say. */
interface Look {
  readonly DryRun?: boolean | undefined;
  readonly Filters?: readonly Filter[] | undefined;
  readonly NextToken?: string | undefined;
}

/** What a look names, each of which has to be there. */
interface Named<T> {
  readonly names: readonly string[] | undefined;
  readonly nameOf: (object: T) => string | undefined;
  /** AWS's error for a name that none has. */
  readonly missing: (name: string) => AwsError;
}

/**
 * Those of some objects that an input asks for. All of them fit on one page.
 *
 * @throws AwsError for names and filters that the objects do not have
 */
export function described<T>(
  objects: readonly T[],
  { DryRun, Filters, NextToken }: Look,
  fields: Filterable<T>,
  named: readonly Named<T>[],
): T[] {
  if (DryRun === true) {
    throw new AwsError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
  }
  if (NextToken !== undefined) {
    throw new AwsError("InvalidNextToken", "The specified NextToken is not valid.");
  }
  const chosen = named.reduce((left, of) => chosenByName(left, objects, of), [...objects]);
  return filtered(chosen, Filters, fields);
}

function chosenByName<T>(
  left: T[],
  objects: readonly T[],
  { names = [], nameOf, missing }: Named<T>,
): T[] {
  if (names.length === 0) return left;
  const absent = names.find((name) => !objects.some((object) => nameOf(object) === name));
  if (absent !== undefined) throw missing(absent);
  return left.filter((object) => names.includes(nameOf(object) ?? ""));
}

/** The error for an id that nothing has, such as InvalidVpcID.NotFound. */
export function notFound(code: string, what: string): (id: string) => AwsError {
  return (id) => new AwsError(`${code}.NotFound`, `The ${what} '${id}' does not exist`);
}
