import type { RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { isDeepStrictEqual } from "node:util";
import { AwsError } from "../../../world/awsError";
import type { CONDITION_KINDS } from "../../../../core/lb/conditions/kinds";
import { type ConditionValues } from "../../../../core/lb/conditions/kinds";
import type { ListValues, PatternValues } from "../../../../core/lb/conditions/patternValues";
import type { QueryStringValues } from "../../../../core/lb/conditions/queryString/values";
import { defined } from "./defined";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html */

type Field = keyof typeof CONDITION_KINDS;
type Configs = Omit<RuleCondition, "Field" | "Values" | "RegexValues">;
type Config = keyof Configs;

interface Shape {
  readonly config: Config;
  /** Whether AWS also takes the values beside `Field`, the way that was the only one once. */
  readonly takesValues: boolean;
  readonly takesRegexValues: boolean;
}

const SHAPES: Readonly<Record<Field, Shape>> = {
  "host-header": { config: "HostHeaderConfig", takesValues: true, takesRegexValues: true },
  "path-pattern": { config: "PathPatternConfig", takesValues: true, takesRegexValues: true },
  "http-header": { config: "HttpHeaderConfig", takesValues: false, takesRegexValues: true },
  "http-request-method": {
    config: "HttpRequestMethodConfig",
    takesValues: false,
    takesRegexValues: false,
  },
  "query-string": { config: "QueryStringConfig", takesValues: false, takesRegexValues: false },
  "source-ip": { config: "SourceIpConfig", takesValues: false, takesRegexValues: false },
};

/** What a source-ip condition also says, of which nothing depends here. */
interface SourceIpValues extends ListValues {
  readonly ipAddressType?: string | undefined;
}

/** A condition in the words of core, whichever form it has. */
export function toConditionValues(condition: RuleCondition): ConditionValues {
  const field = fieldOf(condition);
  const shape = SHAPES[field];
  requireOwnFields(condition, field, shape);
  switch (field) {
    case "host-header":
      return { hostHeader: patternsOf(condition, "HostHeaderConfig") };
    case "path-pattern":
      return { pathPattern: patternsOf(condition, "PathPatternConfig") };
    case "http-header": {
      const httpHeaderName = condition.HttpHeaderConfig?.HttpHeaderName ?? "";
      return { httpHeader: { httpHeaderName, ...patternsOf(condition, "HttpHeaderConfig") } };
    }
    case "http-request-method":
      return { httpRequestMethod: { values: condition.HttpRequestMethodConfig?.Values ?? [] } };
    case "query-string":
      return {
        queryStrings: (condition.QueryStringConfig?.Values ?? []).map(
          ({ Key: key, Value: value = "" }): QueryStringValues => defined({ key, value }),
        ),
      };
    case "source-ip": {
      const { Values: values = [], IpAddressType } = condition.SourceIpConfig ?? {};
      const sourceIp: SourceIpValues = defined({ values, ipAddressType: IpAddressType });
      return { sourceIp };
    }
  }
}

function fieldOf({ Field: field }: RuleCondition): Field {
  if (field === undefined) throw invalid("A condition field must be specified");
  if (Object.hasOwn(SHAPES, field)) return field as Field;
  const known = Object.keys(SHAPES).join(",");
  throw invalid(`Condition field '${field}' must be one of '[${known}]'`);
}

function requireOwnFields(condition: RuleCondition, field: Field, shape: Shape): void {
  const strange = Object.values(SHAPES)
    .map(({ config }) => config)
    .find((config) => condition[config] !== undefined && config !== shape.config);
  if (strange !== undefined) throw invalid(`'${strange}' is not compatible with '${field}'`);
  if (isGiven(condition.Values) && !shape.takesValues) {
    throw invalid(`The 'Values' field is not compatible with '${field}'`);
  }
  if (isGiven(condition.RegexValues) && !shape.takesRegexValues) {
    throw invalid(`The 'RegexValues' field is not compatible with '${field}'`);
  }
  if (condition[shape.config] === undefined && !shape.takesValues) {
    throw invalid(`A '${shape.config}' must be specified with '${field}'`);
  }
}

function isGiven(list: readonly string[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

/** Values of both forms have to be the same: so a described condition can be given again. */
function patternsOf(
  condition: RuleCondition,
  name: "HostHeaderConfig" | "PathPatternConfig" | "HttpHeaderConfig",
): PatternValues {
  const config = condition[name];
  return defined({
    values: sameList(condition.Values, config?.Values, "Values", name),
    regexValues: sameList(condition.RegexValues, config?.RegexValues, "RegexValues", name),
  });
}

function sameList(
  plain: string[] | undefined,
  typed: string[] | undefined,
  field: string,
  config: string,
): string[] | undefined {
  if (isGiven(plain) && isGiven(typed) && !isDeepStrictEqual(plain, typed)) {
    throw invalid(`You cannot provide both '${field}' and '${config}' with other values`);
  }
  return isGiven(typed) ? typed : isGiven(plain) ? plain : undefined;
}

/** A condition as AWS describes it: what has two forms is in both. */
export function toAwsCondition(condition: ConditionValues): RuleCondition {
  const { hostHeader, pathPattern, httpHeader, httpRequestMethod, queryStrings, sourceIp } =
    condition;
  if (hostHeader !== undefined) {
    const config = toAwsPatterns(hostHeader);
    return { Field: "host-header", ...config, HostHeaderConfig: config };
  }
  if (pathPattern !== undefined) {
    const config = toAwsPatterns(pathPattern);
    return { Field: "path-pattern", ...config, PathPatternConfig: config };
  }
  if (httpHeader !== undefined) {
    const config = toAwsPatterns(httpHeader);
    const { RegexValues } = config;
    return {
      Field: "http-header",
      ...(RegexValues === undefined ? {} : { RegexValues }),
      HttpHeaderConfig: { HttpHeaderName: httpHeader.httpHeaderName, ...config },
    };
  }
  if (httpRequestMethod !== undefined) {
    const Values = [...httpRequestMethod.values];
    return { Field: "http-request-method", HttpRequestMethodConfig: { Values } };
  }
  if (queryStrings !== undefined) {
    const Values = queryStrings.map(({ key: Key, value: Value }) => defined({ Key, Value }));
    return { Field: "query-string", QueryStringConfig: { Values } };
  }
  const { values = [], ipAddressType }: Partial<SourceIpValues> = sourceIp ?? {};
  const IpAddressType = ipAddressType as "ipv4" | "ipv6" | undefined;
  return {
    Field: "source-ip",
    SourceIpConfig: defined({ Values: [...values], IpAddressType }),
  };
}

function toAwsPatterns({ values, regexValues }: PatternValues) {
  return {
    ...(values === undefined ? {} : { Values: [...values] }),
    ...(regexValues === undefined ? {} : { RegexValues: [...regexValues] }),
  };
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
