import { parseJson } from "../validate/parseJson";
import { RECORD_LABEL, RECORD_VERSION } from "./manifest";

/** An AWS object of an instance, by its record. */
export interface ObjectRecord {
  /** `lb`, `listener`, `rule`, `tg` and so on: what its record's key begins with. */
  readonly kind: string;
  readonly arn: string;
  /** `<project>/<stack>` of the Pulumi program that made it. */
  readonly stack: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The AWS objects of an instance, whoever made them. */
export interface Records {
  readonly objects: readonly ObjectRecord[];
  /** ARNs of those whose records are broken, or were written by another version of KECS. */
  readonly unreadable: ReadonlySet<string>;
}

/** A ConfigMap, as far as it can be a record. */
export interface RecordConfigMap {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
}

/** The records among the ConfigMaps that kubectl printed. */
export function readRecords(json: string): Records {
  const { items } = parseJson<{ readonly items: readonly RecordConfigMap[] }>(json, "kubectl");
  const objects: ObjectRecord[] = [];
  const unreadable = new Set<string>();
  for (const item of items) {
    const read = readRecord(item);
    if (read === undefined) continue;
    if ("attributes" in read) objects.push(read);
    else unreadable.add(read.arn);
  }
  return { objects, unreadable };
}

/**
 * The object that a ConfigMap is the record of; its ARN alone where the record is broken or another
 * version's; undefined where it is no record.
 */
export function readRecord({
  metadata,
  data = {},
}: RecordConfigMap): ObjectRecord | { readonly arn: string } | undefined {
  const kind = metadata.labels?.[RECORD_LABEL];
  const { arn, version, stack, attributes } = data;
  if (kind === undefined || arn === undefined) return undefined;
  const read = version === RECORD_VERSION ? jsonObject(attributes) : undefined;
  return read === undefined || stack === undefined
    ? { arn }
    : { kind, arn, stack, attributes: read };
}

/** The object with this ARN. */
export function recordOf({ objects }: Records, arn: string): ObjectRecord | undefined {
  return objects.find((object) => object.arn === arn);
}

/** The object that a text of a record holds; undefined where it holds none. */
export function jsonObject(
  json: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const read = parseJson<unknown>(json ?? "", "a record");
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? (read as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
