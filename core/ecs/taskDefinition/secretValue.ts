import { parseJson } from "../../validate/parseJson";

/** ARN of a secret; `json-key`, stage and version can follow it. */
const SECRETS_MANAGER =
  /^(arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:[^:]+):([^:]*):([^:]*):([^:]*)$/;

export type FoundValue = { readonly value: string } | { readonly missing: string };

/**
 * The value of a `valueFrom` among those that the program gave; else what is missing, in words
 * that tell no value.
 */
export function secretValue(
  valueFrom: string,
  values: Readonly<Record<string, string>>,
): FoundValue {
  const exact = valueAt(values, valueFrom);
  if (exact !== undefined) return { value: exact };
  const [, arn, key = ""] = SECRETS_MANAGER.exec(valueFrom) ?? [];
  const whole = arn === undefined ? undefined : valueAt(values, arn);
  if (whole === undefined) return { missing: `"${valueFrom}" has no value here` };
  if (key === "") return { value: whole };
  const field = jsonField(whole, key);
  return field === undefined
    ? { missing: `the value of "${arn ?? ""}" is not a JSON object with the key "${key}"` }
    : { value: field };
}

function valueAt(values: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function jsonField(text: string, key: string): string | undefined {
  let content: unknown;
  try {
    content = parseJson(text, "");
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null || !Object.hasOwn(content, key)) {
    return undefined;
  }
  const field = (content as Record<string, unknown>)[key];
  return typeof field === "string" ? field : JSON.stringify(field);
}
