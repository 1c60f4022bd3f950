import { givenFields, type Condition, type ConditionValues } from "./kinds";

/**
 * A rule's conditions as the model has them: hosts in lower case, as letter case does not count
 * there. The conditions have passed `validateConditions`.
 */
export function conditionsOf(conditions: readonly ConditionValues[]): Condition[] {
  return conditions.flatMap((condition) =>
    givenFields(condition).map(({ kind, given }) => kind.toModel(given)),
  );
}
