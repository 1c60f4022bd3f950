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

interface ConfigMap {
  readonly metadata: { readonly labels?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
}

/** The records among the ConfigMaps that kubectl printed. */
export function readRecords(json: string): Records {
  const { items } = parseJson<{ readonly items: readonly ConfigMap[] }>(json, "kubectl");
  const objects: ObjectRecord[] = [];
  const unreadable = new Set<string>();
  for (const { metadata, data = {} } of items) {
    const kind = metadata.labels?.[RECORD_LABEL];
    const { arn, version, stack, attributes } = data;
    if (kind === undefined || arn === undefined) continue;
    const read = version === RECORD_VERSION ? attributesIn(attributes) : undefined;
    if (read === undefined || stack === undefined) unreadable.add(arn);
    else objects.push({ kind, arn, stack, attributes: read });
  }
  return { objects, unreadable };
}

/** The object with this ARN. */
export function recordOf({ objects }: Records, arn: string): ObjectRecord | undefined {
  return objects.find((object) => object.arn === arn);
}

function attributesIn(json: string | undefined): ObjectRecord["attributes"] | undefined {
  try {
    const read = parseJson<unknown>(json ?? "", "a record");
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? (read as ObjectRecord["attributes"])
      : undefined;
  } catch {
    return undefined;
  }
}
