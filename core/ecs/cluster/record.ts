import { clusterArn, type ArnScope } from "../../arn";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { ClusterValues } from "./fields";

/** What the record of a cluster says of it. */
export type ClusterAttributes = Omit<ClusterValues, "connection">;

/** The record of a cluster. */
export function clusterRecord(
  scope: ArnScope,
  { name, serviceConnectDefaults }: ClusterAttributes,
): RecordContent<ClusterAttributes> {
  return {
    key: `cluster-${name}`,
    arn: clusterArn(scope, name),
    attributes: {
      name,
      ...(serviceConnectDefaults === undefined ? {} : { serviceConnectDefaults }),
    },
  };
}

/** The namespace of a cluster's services that enable Service Connect and name none. */
export function recordedDefaultNamespace({ attributes }: ObjectRecord): string | undefined {
  return (attributes as unknown as ClusterAttributes).serviceConnectDefaults?.namespace;
}
