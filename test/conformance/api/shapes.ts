import type {
  Action,
  CreateTargetGroupCommandInput,
  LoadBalancerAttribute,
  RuleCondition,
  TargetGroupAttribute,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { ActionFixture, AlbFixture, ConditionFixture } from "../caseFile";
import type { PlannedGroup } from "../plan/plan";
import { healthCheckOf, TRAFFIC_PORT } from "../plan/targets";

/* What a fixture says, as the API of AWS has it. */

export type ArnOf = (targetGroup: string) => string;

export function loadBalancerAttributes(
  { hostnames = [], catchAll = false, attributes = {} }: AlbFixture,
  simulateSourceIp: boolean,
): LoadBalancerAttribute[] {
  return toAttributes({
    ...(hostnames.length === 0 ? {} : { "kecs.hostnames": hostnames.join(",") }),
    ...(catchAll ? { "kecs.catch_all": true } : {}),
    ...(simulateSourceIp ? { "kecs.simulate_source_ip": true } : {}),
    ...attributes,
  });
}

export function targetGroupInput(name: string, of: PlannedGroup): CreateTargetGroupCommandInput {
  const { targets, protocol = "HTTP", protocolVersion } = of;
  const { port, path } = healthCheckOf(targets);
  return {
    Name: name,
    TargetType: "ip",
    Protocol: protocol,
    Port: TRAFFIC_PORT,
    ...(protocolVersion === undefined ? {} : { ProtocolVersion: protocolVersion }),
    ...(port === undefined ? {} : { HealthCheckPort: port }),
    ...(path === undefined ? {} : { HealthCheckPath: path }),
  };
}

export function targetGroupAttributes({
  algorithm,
  stickiness,
}: PlannedGroup): TargetGroupAttribute[] {
  const { type, duration, cookieName } = stickiness ?? {};
  return toAttributes({
    ...(algorithm === undefined ? {} : { "load_balancing.algorithm.type": algorithm }),
    ...(type === undefined ? {} : { "stickiness.enabled": true, "stickiness.type": type }),
    ...(type === undefined || duration === undefined
      ? {}
      : { [`stickiness.${type}.duration_seconds`]: duration }),
    ...(cookieName === undefined ? {} : { "stickiness.app_cookie.cookie_name": cookieName }),
  });
}

export function toAttributes(values: Readonly<Record<string, string | number | boolean>>) {
  return Object.entries(values).map(([Key, value]) => ({ Key, Value: String(value) }));
}

export function toAction(action: ActionFixture, arnOf: ArnOf): Action {
  switch (action.type) {
    case "forward": {
      const { type: Type, targetGroups, stickiness: sticky } = action;
      const { enabled: Enabled, duration: DurationSeconds } = sticky ?? {};
      return {
        Type,
        ForwardConfig: {
          TargetGroups: targetGroups.map(({ name, weight: Weight }) => ({
            TargetGroupArn: arnOf(name),
            ...(Weight === undefined ? {} : { Weight }),
          })),
          ...(sticky === undefined
            ? {}
            : {
                TargetGroupStickinessConfig: {
                  ...(Enabled === undefined ? {} : { Enabled }),
                  ...(DurationSeconds === undefined ? {} : { DurationSeconds }),
                },
              }),
        },
      };
    }
    case "redirect": {
      const { type: Type, statusCode: StatusCode, ...config } = action;
      return { Type, RedirectConfig: { StatusCode, ...capitalized(config) } };
    }
    case "fixed-response": {
      const { type: Type, statusCode: StatusCode, ...config } = action;
      return { Type, FixedResponseConfig: { StatusCode, ...capitalized(config) } };
    }
  }
}

export function toCondition(of: ConditionFixture): RuleCondition {
  const { field: Field, name, regexValues: RegexValues } = of;
  const Values = of.values as string[] | undefined;
  const patterns = {
    ...(Values === undefined ? {} : { Values }),
    ...(RegexValues === undefined ? {} : { RegexValues: [...RegexValues] }),
  };
  switch (Field) {
    case "host-header":
      return { Field, HostHeaderConfig: patterns };
    case "path-pattern":
      return { Field, PathPatternConfig: patterns };
    case "http-header":
      return { Field, HttpHeaderConfig: { HttpHeaderName: name ?? "", ...patterns } };
    case "http-request-method":
      return { Field, HttpRequestMethodConfig: patterns };
    case "query-string": {
      const pairs = (of.values ?? []) as { key?: string; value: string }[];
      return { Field, QueryStringConfig: { Values: pairs.map(capitalized) } };
    }
    case "source-ip":
      return { Field, SourceIpConfig: patterns };
  }
}

/** `statusCode` as `StatusCode`: the words of a case file are those of AWS but for the first letter. */
function capitalized(record: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value as string,
    ]),
  );
}
