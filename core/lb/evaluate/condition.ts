import { evaluatorOf } from "../conditions/evaluators";
import type { Condition } from "../model";
import type { NormalizedRequest } from "../request/normalizedRequest";
import type { FailedCondition } from "./evaluation";

/** The first condition that does not hold; undefined where all of them do. */
export function firstFailed(
  conditions: readonly Condition[],
  received: NormalizedRequest,
): FailedCondition | undefined {
  const index = conditions.findIndex((condition) => !holds(condition, received));
  const condition = conditions[index];
  if (condition === undefined) return undefined;
  const evaluator = evaluatorOf(condition);
  const hint = evaluator.nearMiss(condition, received);
  return {
    index,
    condition,
    received: evaluator.comparedWith(condition, received),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Whether one of a condition's values holds. */
export function holds(condition: Condition, received: NormalizedRequest): boolean {
  return evaluatorOf(condition).holds(condition, received);
}
