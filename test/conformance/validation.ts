import { albConflicts } from "../../core/lb/loadBalancer/conflicts";
import { validateAlb } from "../../core/lb/loadBalancer/validate";
import { listenerArn, loadBalancerArn, targetGroupArn } from "../../core/arn";
import type { Issue } from "../../core/validate";
import { validateListener } from "../../core/lb/listener/validate";
import type { ActionValues } from "../../core/lb/actions/values";
import { validateListenerRule } from "../../core/lb/listenerRule/validate";
import type { ConditionValues } from "../../core/lb/conditions/kinds";
import type { TargetGroup } from "../../core/lb/model";
import { validateTargetGroup } from "../../core/lb/targetGroup/validate";
import { claimsOf } from "../helpers/claims";
import { CONNECTION } from "../helpers/samples";

/** What a case of feature `validation` gives: the offending part alone. */
export interface ValidationGiven {
  readonly rule?: { readonly priority: number };
  readonly conditions?: readonly ConditionGiven[];
  readonly actions?: readonly { readonly type: string }[];
  /** A number of target groups, or what is said of each of them. */
  readonly forward?: number | readonly { readonly weight?: number }[];
  readonly fixedResponse?: Partial<NonNullable<ActionValues["fixedResponse"]>>;
  readonly redirect?: Partial<NonNullable<ActionValues["redirect"]>>;
  readonly listener?: { readonly protocol: string };
  readonly stickiness?: { readonly type: string; readonly cookieName?: string };
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly targetGroup?:
    | "missing"
    | {
        readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC";
        readonly slowStart?: number;
        readonly algorithm?: string;
      };
  readonly albs?: readonly {
    readonly hostnames?: readonly string[];
    readonly catchAll?: boolean;
  }[];
  readonly tls?: "conflict";
}

interface ConditionGiven {
  readonly field: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
  readonly regexValues?: readonly string[];
}

/** AWS's names of attributes and those of the arguments that set them. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  "idle_timeout.timeout_seconds": "idleTimeout",
  "client_keep_alive.seconds": "clientKeepAlive",
  "routing.http.desync_mitigation_mode": "desyncMitigationMode",
  "routing.http.drop_invalid_header_fields.enabled": "dropInvalidHeaderFields",
  "routing.http.preserve_host_header.enabled": "preserveHostHeader",
  "routing.http.x_amzn_tls_version_and_cipher_suite.enabled":
    "enableTlsVersionAndCipherSuiteHeaders",
  "routing.http.xff_client_port.enabled": "enableXffClientPort",
  "routing.http.xff_header_processing.mode": "xffHeaderProcessingMode",
  "routing.http2.enabled": "enableHttp2",
  "kecs.host_header": "hostHeader",
};

/** Every issue that KECS reports for a case, with valid arguments around what it gives. */
export function issuesOf(given: ValidationGiven): Issue[] {
  const spelled = expand(given) as ValidationGiven;
  return [
    ...rule(spelled),
    ...listener(spelled),
    ...loadBalancers(spelled),
    ...targetGroup(spelled),
    ...tls(spelled),
  ];
}

/** `{prefix, repeat, count}` stands for a long text. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== "object" || value === null) return value;
  if ("repeat" in value && "count" in value) {
    const prefix = "prefix" in value ? String(value.prefix) : "";
    return prefix + String(value.repeat).repeat(Number(value.count));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expand(inner)]));
}

const arnOf = (name: string) => targetGroupArn(CONNECTION, name);
const FORWARD: ActionValues = { type: "forward", targetGroupArn: arnOf("g") };
const FIXED_RESPONSE = { statusCode: "200" };

function rule(given: ValidationGiven): Issue[] {
  const protocol = given.listener?.protocol === "HTTPS" ? "HTTPS" : "HTTP";
  return validateListenerRule(
    {
      listenerArn: listenerArn(CONNECTION, "a", 80),
      priority: given.rule?.priority ?? 1,
      conditions: given.conditions?.map(condition) ?? [{ pathPattern: { values: ["/a"] } }],
      actions: actions(given),
    },
    'ListenerRule("case")',
    { listener: { protocol, port: protocol === "HTTPS" ? 443 : 80 }, ...groups(given) },
  );
}

function listener(given: ValidationGiven): Issue[] {
  const { protocol } = given.listener ?? {};
  return validateListener(
    {
      loadBalancerArn: loadBalancerArn(CONNECTION, "a"),
      port: protocol === "HTTPS" ? 443 : 80,
      ...(protocol === undefined ? {} : { protocol }),
      defaultActions: actions(given),
    },
    'Listener("case")',
    groups(given),
  );
}

/** The target groups of the case: all that are named, unless it says that they are missing. */
function groups({ targetGroup: of }: ValidationGiven) {
  const group: TargetGroup = {
    name: "g",
    arn: arnOf("g"),
    protocol: "HTTP",
    protocolVersion: (typeof of === "object" ? of.protocolVersion : undefined) ?? "HTTP1",
    algorithm: "round_robin",
  };
  return {
    groupOf: () => (of === "missing" ? undefined : group),
    groupsAreComplete: true,
  };
}

function actions(given: ValidationGiven): ActionValues[] {
  const { redirect, fixedResponse, forward } = given;
  if (given.actions !== undefined) return given.actions.map(({ type }) => actionOfType(type));
  if (redirect !== undefined) {
    return [{ type: "redirect", redirect: { statusCode: "HTTP_301", ...redirect } }];
  }
  if (fixedResponse !== undefined) {
    return [{ type: "fixed-response", fixedResponse: { ...FIXED_RESPONSE, ...fixedResponse } }];
  }
  if (forward === undefined) return [FORWARD];
  const list = typeof forward === "number" ? Array.from({ length: forward }, () => ({})) : forward;
  const targetGroups = list.map((one, i) => ({ arn: arnOf(`g${i}`), ...one }));
  return [{ type: "forward", forward: { targetGroups } }];
}

function actionOfType(type: string): ActionValues {
  switch (type) {
    case "forward":
      return FORWARD;
    case "redirect":
      return { type, redirect: { statusCode: "HTTP_301", path: "/b" } };
    case "fixed-response":
      return { type, fixedResponse: FIXED_RESPONSE };
    default:
      return { type };
  }
}

/** A condition as the case file writes it, as an argument. */
export function condition({ field, name, values, regexValues }: ConditionGiven): ConditionValues {
  const patterns = {
    ...(values === undefined ? {} : { values: values as string[] }),
    ...(regexValues === undefined ? {} : { regexValues }),
  };
  switch (field) {
    case "host-header":
      return { hostHeader: patterns };
    case "path-pattern":
      return { pathPattern: patterns };
    case "http-header":
      return { httpHeader: { httpHeaderName: name ?? "", ...patterns } };
    case "http-request-method":
      return { httpRequestMethod: { values: (values ?? []) as string[] } };
    case "query-string":
      return { queryStrings: (values ?? []) as { key?: string; value: string }[] };
    case "source-ip":
      return { sourceIp: { values: (values ?? []) as string[] } };
    default:
      throw new Error(`the case file has an unknown condition: ${field}`);
  }
}

function loadBalancers({ attributes = {}, albs = [] }: ValidationGiven): Issue[] {
  const fromAttributes = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => {
      const argument = ARGUMENTS[key];
      if (argument === undefined) throw new Error(`the case file has an unknown attribute: ${key}`);
      return [argument, value];
    }),
  );
  const claim = claimsOf();
  return [
    ...validateAlb({ name: "a", ...fromAttributes }, 'Alb("case")'),
    ...albs.flatMap(({ hostnames = [], catchAll = false }, i) => {
      const values = { name: `a${i}`, hostnames, catchAll };
      const path = `Alb("${values.name}")`;
      return [
        ...validateAlb(values, path),
        ...albConflicts(CONNECTION.instance, values, path, claim),
      ];
    }),
  ];
}

function targetGroup({ targetGroup: of, stickiness }: ValidationGiven): Issue[] {
  const { protocolVersion, slowStart, algorithm } = typeof of === "object" ? of : {};
  const values = {
    name: "g",
    ...(protocolVersion === undefined ? {} : { protocolVersion }),
    ...(slowStart === undefined ? {} : { slowStart }),
    ...(algorithm === undefined ? {} : { loadBalancingAlgorithmType: algorithm }),
    ...(stickiness === undefined ? {} : { stickiness: { enabled: true, ...stickiness } }),
  };
  return validateTargetGroup(values, 'TargetGroup("case")');
}

/** TLS options meet where two load balancers have one host name, and that is refused already. */
function tls({ tls: of }: ValidationGiven): Issue[] {
  const hostnames = ["shop.example.test"];
  return of === "conflict" ? loadBalancers({ albs: [{ hostnames }, { hostnames }] }) : [];
}
