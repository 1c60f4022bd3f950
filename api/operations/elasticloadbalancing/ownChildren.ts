import { AwsError } from "../../world/awsError";
import type { AwsObject } from "../../world/world";

/** Refuses to delete an object with which a Pulumi program's objects would go. */
export function requireOwnChildren(
  { arn }: AwsObject,
  what: string,
  below: readonly AwsObject[],
): void {
  const strange = below.filter(({ owner }) => owner === "pulumi");
  const [first] = strange;
  if (first === undefined) return;
  throw new AwsError(
    "OperationNotPermitted",
    `${what} '${arn}' cannot be deleted because ${strange.map((of) => `'${of.arn}'`).join(", ")} below it belongs to the Pulumi stack ${first.stack}; remove it there first, with pulumi up or pulumi destroy`,
  );
}
