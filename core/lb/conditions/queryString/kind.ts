import { holding } from "../../../support/fieldSpec";
import { quoted } from "../../../text/quoted";
import type { ConditionKind } from "../conditionKind";
import { countWildcards, validateValues } from "../patterns";
import { validateQueryString } from "./validate";
import type { QueryStringCondition, QueryStringField } from "./values";

export const queryString: ConditionKind<QueryStringField, QueryStringCondition> = {
  name: "queryStrings",
  fields: { queryStrings: holding("objects", { key: "text", value: "text" }) },
  isUnique: false,
  validate: (pairs, path) =>
    pairs.length === 0
      ? validateValues([], path, () => [])
      : pairs.flatMap((pair, i) => validateQueryString(pair, `${path}[${i}]`)),
  countValues: (pairs) => pairs.length,
  countWildcards: (pairs) =>
    countWildcards(pairs.map(({ key = "", value }) => `${key} ${value}`.replace(/\\[*?\\]/g, ""))),
  toModel: (pairs) => ({
    field: "query-string",
    values: pairs.map(({ key, value }) => (key === undefined ? { value } : { key, value })),
  }),
  subject: () => "query",
  wanted: ({ values }) =>
    values.map(({ key, value }) =>
      key === undefined ? `${quoted(value)} under any key` : quoted(`${key}=${value}`),
    ),
};
