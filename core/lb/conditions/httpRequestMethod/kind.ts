import { holding } from "../../../support/fieldSpec";
import { quoted } from "../../../text/quoted";
import type { ConditionKind } from "../conditionKind";
import { countValues, validateValues } from "../patterns";
import { validateMethod } from "./validate";
import type { HttpRequestMethodCondition, HttpRequestMethodField } from "./values";

export const httpRequestMethod: ConditionKind<HttpRequestMethodField, HttpRequestMethodCondition> =
  {
    name: "httpRequestMethod",
    fields: { httpRequestMethod: holding("object", { values: "texts" }) },
    isUnique: true,
    validate: ({ values }, path) => validateValues(values, `${path}.values`, validateMethod),
    countValues,
    countWildcards: () => 0,
    toModel: ({ values }) => ({ field: "http-request-method", values }),
    subject: () => "method",
    wanted: ({ values }) => values.map(quoted),
  };
