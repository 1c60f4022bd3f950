import type { Metadata } from "../../core/ecs/observed/kubernetesObjects";
import { OWNER_LABEL, recordMetadata, RECORD_VERSION } from "../../core/records/manifest";
import { jsonObject, readRecord } from "../../core/records/records";
import type { AwsObject } from "../world/world";

/** A ConfigMap of the cluster. */
export interface RecordObject {
  readonly metadata: Metadata & { readonly resourceVersion?: string };
  readonly data?: Readonly<Record<string, string>>;
}

/** The object that a record is of; undefined for one that this version cannot read. */
export function objectOf(record: RecordObject): AwsObject | undefined {
  const read = readRecord(record);
  if (read === undefined || !("attributes" in read)) return undefined;
  const { metadata, data = {} } = record;
  return {
    ...read,
    key: metadata.name,
    owner: metadata.labels?.[OWNER_LABEL] === "api" ? "api" : "pulumi",
    createdAt: new Date(data["createdAt"] ?? metadata.creationTimestamp ?? 0),
    echo: jsonObject(data["echo"]) ?? {},
  };
}

/** The record of an object, as the API writes it: what a component writes, and two entries more. */
export function recordOf({ key, arn, stack, owner, attributes, createdAt, echo }: AwsObject) {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: recordMetadata(key, owner),
    data: {
      version: RECORD_VERSION,
      stack,
      arn,
      attributes: JSON.stringify(attributes),
      createdAt: createdAt.toISOString(),
      echo: JSON.stringify(echo),
    },
  };
}

export type RecordManifest = ReturnType<typeof recordOf>;
