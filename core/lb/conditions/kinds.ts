import type { ConditionKind, ConditionRules } from "./conditionKind";
import { hostHeader } from "./hostHeader/kind";
import { httpHeader } from "./httpHeader/kind";
import { httpRequestMethod } from "./httpRequestMethod/kind";
import { pathPattern } from "./pathPattern/kind";
import { queryString } from "./queryString/kind";
import { sourceIp } from "./sourceIp/kind";

/**
 * Every kind of condition, by the name that AWS's rules have for it. What a condition may be follows
 * from this table: the arguments, the model, and the kinds that `evaluators` and `matchers` need.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 */
export const CONDITION_KINDS = {
  "host-header": hostHeader,
  "path-pattern": pathPattern,
  "http-header": httpHeader,
  "http-request-method": httpRequestMethod,
  "query-string": queryString,
  "source-ip": sourceIp,
};

type Kinds = typeof CONDITION_KINDS;
type PartsOf<Kind> =
  Kind extends ConditionKind<infer Field, infer Model> ? { field: Field; model: Model } : never;
/** One type out of a union: what has the fields of every member. */
type Merged<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  member: infer All,
) => void
  ? All
  : never;

/** A condition as the user wrote it: one of the fields. */
export type ConditionValues = Merged<PartsOf<Kinds[keyof Kinds]>["field"]>;

/** Conditions of some kinds as the model has them. */
export type ConditionOf<Field extends keyof Kinds> = {
  [Name in Field]: Extract<PartsOf<Kinds[Name]>["model"], { readonly field: Name }>;
}[Field];

/**
 * A condition of any kind; it holds if one of its values does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export type Condition = ConditionOf<keyof Kinds>;

/** What a user can write in a condition's field. */
type Given = NonNullable<ConditionValues[keyof ConditionValues]>;

/** A kind as the loops over all of them see it. */
export interface AnyKind extends ConditionRules<Given, Condition> {
  readonly name: keyof ConditionValues;
}

/** A condition's field with what the user wrote in it. */
export interface GivenField {
  readonly kind: AnyKind;
  readonly given: Given;
}

const KINDS: readonly AnyKind[] = Object.values(CONDITION_KINDS);

/** The fields of a condition, in AWS's order. */
export const CONDITION_NAMES = KINDS.map(({ name }) => name);

/** Those of which AWS allows one in a rule. */
export const UNIQUE_NAMES = KINDS.filter(({ isUnique }) => isUnique).map(({ name }) => name);

/** The fields that are given of a condition; in a valid one it is one. */
export function givenFields(condition: ConditionValues): GivenField[] {
  return KINDS.flatMap((kind) => {
    const given = condition[kind.name];
    return given === undefined ? [] : [{ kind, given }];
  });
}

/** The kind of a condition of the model. */
export function kindOf({ field }: Condition): AnyKind {
  return CONDITION_KINDS[field];
}
