import { holding } from "../../../support/fieldSpec";
import type { ConditionKind } from "../conditionKind";
import {
  countValues,
  countWildcards,
  PATTERN_FIELDS,
  patternTexts,
  validatePatterns,
} from "../patterns";
import { validatePathPattern } from "./validate";
import type { PathPatternCondition, PathPatternField } from "./values";

export const pathPattern: ConditionKind<PathPatternField, PathPatternCondition> = {
  name: "pathPattern",
  fields: { pathPattern: holding("object", PATTERN_FIELDS) },
  isUnique: true,
  validate: (given, path) => validatePatterns(given, path, validatePathPattern),
  countValues,
  countWildcards: ({ values }) => countWildcards(values),
  toModel: ({ values = [], regexValues = [] }) => ({ field: "path-pattern", values, regexValues }),
  subject: () => "path",
  wanted: patternTexts,
};
