import type * as pulumi from "@pulumi/pulumi";
import type { ActionArgs } from "../../../components/lb/listener/actionArgs";
import type { AlbArgs } from "../../../components/lb/alb/args";
import type { ConditionArgs, ListenerRuleArgs } from "../../../components/lb/listenerRule/args";
import type { AlbFixture, ActionFixture, ConditionFixture, RuleFixture } from "../caseFile";

/* What a fixture says in AWS's API vocabulary, as arguments of the components. */

/** The arguments that stand for AWS's attributes, by the attribute's key. */
const ATTRIBUTES: Readonly<Record<string, keyof AlbArgs>> = {
  "idle_timeout.timeout_seconds": "idleTimeout",
  "routing.http2.enabled": "enableHttp2",
  "routing.http.drop_invalid_header_fields.enabled": "dropInvalidHeaderFields",
  "routing.http.preserve_host_header.enabled": "preserveHostHeader",
  "routing.http.xff_header_processing.mode": "xffHeaderProcessingMode",
  "routing.http.xff_client_port.enabled": "enableXffClientPort",
  "routing.http.x_amzn_tls_version_and_cipher_suite.enabled":
    "enableTlsVersionAndCipherSuiteHeaders",
  "kecs.host_header": "hostHeader",
};

export function albArgs(alb: AlbFixture, simulateSourceIp: boolean): Omit<AlbArgs, "connection"> {
  const attributes = Object.entries(alb.attributes ?? {}).map(([key, value]) => {
    const argument = ATTRIBUTES[key];
    if (argument === undefined)
      throw new Error(`load balancer ${alb.name}: no argument for ${key}`);
    return [argument, value] as const;
  });
  return {
    name: alb.name,
    hostnames: [...(alb.hostnames ?? [])],
    ...(alb.catchAll === true ? { catchAll: true } : {}),
    ...(simulateSourceIp ? { simulateSourceIp } : {}),
    ...Object.fromEntries(attributes),
  };
}

type ArnOf = (targetGroup: string) => pulumi.Input<string>;

export function ruleArgs(
  { priority, conditions, actions }: RuleFixture,
  arnOf: ArnOf,
): Pick<ListenerRuleArgs, "priority" | "conditions" | "actions"> {
  return {
    priority,
    conditions: conditions.map(conditionArgs),
    actions: actions.map((action) => actionArgs(action, arnOf)),
  };
}

export function actionArgs(action: ActionFixture, arnOf: ArnOf): ActionArgs {
  switch (action.type) {
    case "forward": {
      const { type, stickiness } = action;
      const targetGroups = action.targetGroups.map(({ name, weight }) => ({
        arn: arnOf(name),
        ...(weight === undefined ? {} : { weight }),
      }));
      return {
        type,
        forward: { targetGroups, ...(stickiness === undefined ? {} : { stickiness }) },
      };
    }
    case "redirect": {
      const { type, ...redirect } = action;
      return { type, redirect };
    }
    case "fixed-response": {
      const { type, ...fixedResponse } = action;
      return { type, fixedResponse };
    }
  }
}

function conditionArgs(of: ConditionFixture): ConditionArgs {
  const patterns = {
    ...(of.values === undefined ? {} : { values: of.values as string[] }),
    ...(of.regexValues === undefined ? {} : { regexValues: [...of.regexValues] }),
  };
  const values = (of.values ?? []) as string[];
  switch (of.field) {
    case "host-header":
      return { hostHeader: patterns };
    case "path-pattern":
      return { pathPattern: patterns };
    case "http-header":
      return { httpHeader: { httpHeaderName: of.name ?? "", ...patterns } };
    case "http-request-method":
      return { httpRequestMethod: { values } };
    case "query-string":
      return { queryStrings: (of.values ?? []) as { key?: string; value: string }[] };
    case "source-ip":
      return { sourceIp: { values } };
  }
}
