import { AwsError } from "../../../world/awsError";

/** One attribute of a load balancer, listener or target group, as AWS has it. */
export interface AttributeSpec {
  readonly default: string;
  /** Every value that AWS takes; absent where core checks it, or any text will do. */
  readonly values?: readonly string[];
  /** Whether it is a whole number, whose bounds core checks. */
  readonly isNumber?: boolean;
}

export type AttributeTable = Readonly<Record<string, AttributeSpec>>;

interface Attribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export function flag(byDefault: boolean): AttributeSpec {
  return { default: String(byDefault), values: ["true", "false"] };
}

export function text(byDefault = ""): AttributeSpec {
  return { default: byDefault };
}

export function number(byDefault: number): AttributeSpec {
  return { default: String(byDefault), isNumber: true };
}

export function defaultsOf(table: AttributeTable): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([key, spec]) => [key, spec.default]));
}

export function toAwsAttributes(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([Key, Value]) => ({ Key, Value }));
}

/** What attributes a resource can have. */
export interface AttributeRules {
  readonly table: AttributeTable;
  /** `Load balancer`, as AWS's errors begin. */
  readonly what: string;
  /** Keys that AWS has for resources of other types. */
  readonly others: readonly string[];
  /** Whose keys the table has, in the plural. */
  readonly owner: string;
}

/** The attributes that a caller gives, all of them known, each once. */
export function givenAttributes(
  attributes: readonly Attribute[],
  { table, what, others, owner }: AttributeRules,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { Key: key = "", Value: value = "" } of attributes) {
    const attribute = `${what} attribute key '${key}'`;
    const spec = Object.hasOwn(table, key) ? table[key] : undefined;
    if (spec === undefined) {
      // Terraform's provider reads the second sentence, leaves the key out and tries again.
      throw others.includes(key)
        ? new AwsError("InvalidConfigurationRequest", `${attribute} is not supported on ${owner}`)
        : invalid(`${attribute} is not recognized`);
    }
    if (Object.hasOwn(values, key)) throw invalid(`${attribute} was specified more than once`);
    if (spec.values?.includes(value) === false) {
      throw invalid(`${attribute} value '${value}' must be one of [${spec.values.join(", ")}]`);
    }
    if (spec.isNumber === true && !/^\d{1,9}$/.test(value)) {
      throw invalid(`${attribute} value '${value}' must be a whole number`);
    }
    values[key] = value;
  }
  return values;
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
