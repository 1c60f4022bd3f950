import { problem, type Issue } from "../../validate";
import type { ConditionValues } from "./values";
import { validateHostExpression } from "./hostExpression";
import { validateHostHeader } from "./hostHeader";
import { validateHeaderName, validateHeaderValue } from "./httpHeader";
import { validateMethod } from "./httpRequestMethod";
import { validateLimits } from "./limits";
import { validatePathPattern } from "./pathPattern";
import { validatePatterns, validateValues } from "./patterns";
import { validateQueryString } from "./queryString";
import { clientsDoNotArrive, validateSourceIp } from "./sourceIp";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html */
const FIELDS = [
  "hostHeader",
  "pathPattern",
  "httpHeader",
  "httpRequestMethod",
  "queryStrings",
  "sourceIp",
] as const;

type Field = (typeof FIELDS)[number];

export interface ConditionContext {
  /** Whether the load balancer takes the source address out of a header. */
  readonly simulateSourceIp?: boolean;
}

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
  const given = FIELDS.filter((field) => condition[field] !== undefined);
  const issues = given.flatMap((field) => validateField(field, condition, path, context));
  if (given.length === 1) return issues;
  return [
    problem(
      given.length === 0 ? "KECS1009" : "KECS1015",
      path,
      `a condition has exactly one field, not "${given.length}"${given.length === 0 ? "" : `: ${given.join(", ")}`}`,
      given.length === 0 ? `give one of ${FIELDS.join(", ")}` : "make one condition of each field",
    ),
    ...issues,
  ];
}

function validateField(
  field: Field,
  condition: ConditionValues,
  path: string,
  context: ConditionContext,
): Issue[] {
  const below = `${path}.${field}`;
  const { hostHeader = {}, pathPattern = {}, httpHeader, queryStrings = [] } = condition;
  switch (field) {
    case "hostHeader":
      return validatePatterns(hostHeader, below, validateHostHeader, validateHostExpression);
    case "pathPattern":
      return validatePatterns(pathPattern, below, validatePathPattern);
    case "httpHeader":
      return [
        ...validateHeaderName(httpHeader?.httpHeaderName, `${below}.httpHeaderName`),
        ...validatePatterns(httpHeader ?? {}, below, validateHeaderValue),
      ];
    case "httpRequestMethod":
      return validateValues(condition.httpRequestMethod?.values, `${below}.values`, validateMethod);
    case "queryStrings":
      return queryStrings.length === 0
        ? validateValues([], below, () => [])
        : queryStrings.flatMap((pair, i) => validateQueryString(pair, `${below}[${i}]`));
    case "sourceIp":
      return [
        ...validateValues(condition.sourceIp?.values, `${below}.values`, validateSourceIp),
        ...(context.simulateSourceIp === true ? [] : [clientsDoNotArrive(below)]),
      ];
  }
}
