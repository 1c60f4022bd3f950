import { labels, NAMESPACE } from "../labels";
import { kubernetesName } from "../naming";

/** The label of a record's ConfigMap, which tells the kind of its object. */
export const RECORD_LABEL = "kecs.dev/record";

/** The version of the format that this package writes and reads; docs/adr/0010-records.md. */
export const RECORD_VERSION = "1";

/** What a record holds of an AWS object. */
export interface RecordContent<Attributes extends object = object> {
  /** Kind and natural key, such as `lb-myapp-alb`. */
  readonly key: string;
  readonly arn: string;
  /** In the words of AWS, or of the component's arguments. */
  readonly attributes: Attributes;
}

/**
 * The record of an AWS object: a ConfigMap that holds its attributes and whose it is. Components of
 * other stacks and the `kecs` command read it.
 *
 * @param stack `<project>/<stack>` of the Pulumi program that makes the object
 */
export function recordManifest({ key, arn, attributes }: RecordContent, stack: string) {
  return {
    metadata: recordMetadata(key),
    data: { version: RECORD_VERSION, stack, arn, attributes: JSON.stringify(attributes) },
  };
}

/** The label that says whether a Pulumi program made an object, or AWS's API did. */
export const OWNER_LABEL = "kecs.dev/owner";

export type RecordOwner = "pulumi" | "api";

/** The part of it that names it: another name is another object, so a preview has to know it. */
export function recordMetadata(key: string, owner: RecordOwner = "pulumi") {
  return {
    name: kubernetesName(key),
    namespace: NAMESPACE,
    labels: labels("record", {
      [RECORD_LABEL]: key.split("-")[0] ?? key,
      [OWNER_LABEL]: owner,
    }),
  };
}
