import { clusterArn, type ArnScope } from "../../arn";
import type { RecordContent } from "../../records/manifest";

/** The record of a cluster. */
export function clusterRecord(
  scope: ArnScope,
  name: string,
): RecordContent<{ readonly name: string }> {
  return { key: `cluster-${name}`, arn: clusterArn(scope, name), attributes: { name } };
}
