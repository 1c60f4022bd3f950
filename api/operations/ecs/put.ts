import type { RecordContent } from "../../../core/records/manifest";
import { parseJson } from "../../../core/validate/parseJson";
import type { Change } from "../../world/operation";
import type { AwsObject } from "../../world/world";

/** Puts another content into an object's record. */
export function putAgain(
  { key, kind, arn, createdAt, attributes, echo }: AwsObject,
  more: { readonly attributes?: object; readonly echo?: object },
): Change {
  return {
    kind: "put",
    object: {
      key,
      kind,
      arn,
      createdAt,
      attributes: { ...attributes, ...more.attributes },
      echo: { ...echo, ...more.echo },
    },
  };
}

/** The fields of an object that have a value. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/** The fields of an object but for those. */
export function without<T extends object, K extends keyof T>(
  fields: T,
  ...names: readonly K[]
): Omit<T, K> {
  const left = Object.entries(fields).filter(([name]) => !names.includes(name as K));
  return Object.fromEntries(left) as Omit<T, K>;
}

/** A record's content as the record gives it back: without the fields that have no value. */
export function asJson({ key, arn, attributes }: RecordContent) {
  const text = JSON.stringify(attributes);
  return { key, arn, attributes: parseJson<Record<string, unknown>>(text, "a record") };
}
