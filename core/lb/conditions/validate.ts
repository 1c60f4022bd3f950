import { problem, type Issue } from "../../validate";
import type { ConditionContext } from "./context";
import { CONDITION_NAMES, givenFields, type ConditionValues } from "./kinds";
import { validateLimits } from "./limits";

/** Every problem of a rule's conditions. */
export function validateConditions(
  conditions: readonly ConditionValues[],
  path: string,
  context: ConditionContext = {},
): Issue[] {
  if (conditions.length === 0) {
    return [
      problem(
        "KECS1009",
        path,
        "a rule needs a condition",
        'write conditions: [{ pathPattern: { values: ["/*"] } }] for every request',
      ),
    ];
  }
  return [
    ...conditions.flatMap((condition, i) => validateCondition(condition, `${path}[${i}]`, context)),
    ...validateLimits(conditions, path),
  ];
}

function validateCondition(
  condition: ConditionValues,
  path: string,
  context: ConditionContext,
): Issue[] {
  const fields = givenFields(condition);
  const issues = fields.flatMap(({ kind, given }) =>
    kind.validate(given, `${path}.${kind.name}`, context),
  );
  if (fields.length === 1) return issues;
  const names = fields.map(({ kind }) => kind.name).join(", ");
  return [
    fields.length === 0
      ? problem(
          "KECS1009",
          path,
          'a condition has exactly one field, not "0"',
          `give one of ${CONDITION_NAMES.join(", ")}`,
        )
      : problem(
          "KECS1015",
          path,
          `a condition has exactly one field, not "${fields.length}": ${names}`,
          "make one condition of each field",
        ),
    ...issues,
  ];
}
