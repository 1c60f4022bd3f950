import { holding } from "../../../support/fieldSpec";
import type { ConditionKind } from "../conditionKind";
import {
  countValues,
  countWildcards,
  PATTERN_FIELDS,
  patternTexts,
  validatePatterns,
} from "../patterns";
import { validateHeaderName, validateHeaderValue } from "./validate";
import type { HttpHeaderCondition, HttpHeaderField } from "./values";

export const httpHeader: ConditionKind<HttpHeaderField, HttpHeaderCondition> = {
  name: "httpHeader",
  fields: { httpHeader: holding("object", { httpHeaderName: "text", ...PATTERN_FIELDS }) },
  isUnique: false,
  validate: (given, path) => [
    ...validateHeaderName(given.httpHeaderName, `${path}.httpHeaderName`),
    ...validatePatterns(given, path, validateHeaderValue),
  ],
  countValues,
  countWildcards: ({ values }) => countWildcards(values),
  toModel({ httpHeaderName: name, values = [], regexValues = [] }) {
    return { field: "http-header", name, values, regexValues };
  },
  subject: ({ name }) => `header ${name}`,
  wanted: patternTexts,
};
