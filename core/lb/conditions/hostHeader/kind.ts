import { holding } from "../../../support/fieldSpec";
import type { ConditionKind } from "../conditionKind";
import {
  countValues,
  countWildcards,
  PATTERN_FIELDS,
  patternTexts,
  validatePatterns,
} from "../patterns";
import { validateHostExpression } from "./hostExpression";
import { validateHostHeader } from "./validate";
import type { HostHeaderCondition, HostHeaderField } from "./values";

export const hostHeader: ConditionKind<HostHeaderField, HostHeaderCondition> = {
  name: "hostHeader",
  fields: { hostHeader: holding("object", PATTERN_FIELDS) },
  isUnique: true,
  validate: (given, path) =>
    validatePatterns(given, path, validateHostHeader, validateHostExpression),
  countValues,
  countWildcards: ({ values }) => countWildcards(values),
  toModel({ values = [], regexValues = [] }) {
    return { field: "host-header", values: values.map((host) => host.toLowerCase()), regexValues };
  },
  subject: () => "host",
  wanted: patternTexts,
};
