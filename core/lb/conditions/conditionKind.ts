import type { SpecsOf } from "../../support/fieldSpec";
import type { Issue } from "../../validate";
import type { ConditionContext } from "./context";

/** What the rules of all conditions ask of a kind: `Given` is what the user wrote in its field. */
export interface ConditionRules<Given, Model> {
  /** Whether AWS allows one of it in a rule. */
  readonly isUnique: boolean;
  /** Every problem of its field, whose path is given. */
  validate(given: Given, path: string, context: ConditionContext): Issue[];
  /** How many values AWS counts. */
  countValues(given: Given): number;
  /** How many wildcards AWS counts. */
  countWildcards(given: Given): number;
  /** The condition as the model has it; it has passed `validate`. */
  toModel(given: Given): Model;
  /** What of a request a condition looks at, as people say it. */
  subject(condition: Model): string;
  /** Each value that would do, as people read it. */
  wanted(condition: Model): string[];
}

/** All about a kind of condition but its two readings. `Field` is its field as the user writes it. */
export interface ConditionKind<
  Field extends object,
  Model extends { readonly field: string },
> extends ConditionRules<NonNullable<Field[keyof Field]>, Model> {
  /** What its field holds, and what becomes of that here. */
  readonly fields: SpecsOf<Field>;
  readonly name: keyof Field;
}
