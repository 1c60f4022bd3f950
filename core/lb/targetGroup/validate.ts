import { validateBounds, validateName } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { oneOf } from "../../validate/oneOf";
import { validateTargets } from "./hostTarget";
import { validateHealthCheck } from "./validateHealthCheck";
import type { StickinessValues, TargetGroupValues } from "./values";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const PORT = [1, 65535] as const;
/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const DEREGISTRATION_SECONDS = [0, 3600] as const;
const SLOW_START_SECONDS = [30, 900] as const;
const COOKIE_SECONDS = [1, 604_800] as const;
const STICKINESS_TYPES = [
  ...["lb_cookie", "app_cookie"],
  ...["source_ip", "source_ip_dest_ip", "source_ip_dest_ip_proto"],
];
const ALGORITHMS = ["round_robin", "least_outstanding_requests", "weighted_random"];
const CROSS_ZONE = ["true", "false", "use_load_balancer_configuration"];
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html */
const RESERVED_COOKIE = /^AWSALB/;
/** The characters of a cookie's name: https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Every problem of a target group's arguments, and a warning of what has no effect here. */
export function validateTargetGroup(values: TargetGroupValues, path: string): Issue[] {
  return [
    ...validateName("targetGroup", values.name, `${path}.name`),
    ...validateBounds(values.port, PORT, `${path}.port`),
    ...oneOf(values.protocol, ["HTTP", "HTTPS"], `${path}.protocol`),
    ...oneOf(values.protocolVersion, ["HTTP1", "HTTP2", "GRPC"], `${path}.protocolVersion`),
    ...validateTargetType(values.targetType, `${path}.targetType`),
    ...validateHealthCheck(values, `${path}.healthCheck`),
    ...validateStickiness(values.stickiness, `${path}.stickiness`),
    ...oneOf(values.loadBalancingAlgorithmType, ALGORITHMS, `${path}.loadBalancingAlgorithmType`),
    ...validateSlowStart(values, `${path}.slowStart`),
    ...validateBounds(
      values.deregistrationDelay,
      DEREGISTRATION_SECONDS,
      `${path}.deregistrationDelay`,
      "seconds",
    ),
    ...validateChoice(values, "loadBalancingAnomalyMitigation", ["off", "on"], "on", path),
    ...oneOf(
      values.loadBalancingCrossZoneEnabled,
      CROSS_ZONE,
      `${path}.loadBalancingCrossZoneEnabled`,
    ),
    ...validateChoice(values, "ipAddressType", ["ipv4", "ipv6"], "ipv6", path),
    ...validateTargets(values.targets ?? [], `${path}.targets`),
  ];
}

function withoutEffect(path: string, value: string | number): Issue {
  const message = `"${value}" is without effect here`;
  return { code: "KECS1013", path, message, severity: "warning" };
}

function validateTargetType(type: string | undefined, path: string): Issue[] {
  if (type !== "instance" && type !== "lambda" && type !== "alb") return oneOf(type, ["ip"], path);
  return [
    problem(
      "KECS1013",
      path,
      `targets of type "${type}" are not available here`,
      'use "ip": it takes tasks of ECS services, and processes by address and port',
    ),
  ];
}

function validateStickiness(of: StickinessValues | undefined, path: string): Issue[] {
  if (of === undefined) return [];
  // Stickiness that is off says nothing more; AWS does not look at the rest either.
  if (of.enabled === false) return oneOf(of.type, STICKINESS_TYPES, `${path}.type`);
  const issues: Issue[] = [];
  if (of.type.startsWith("source_ip")) {
    issues.push(
      problem(
        "KECS1013",
        `${path}.type`,
        `"${of.type}" belongs to Network Load Balancers`,
        'use "lb_cookie" or "app_cookie"',
      ),
    );
  } else {
    issues.push(...oneOf(of.type, ["lb_cookie", "app_cookie"], `${path}.type`));
  }
  issues.push(
    ...validateBounds(of.cookieDuration, COOKIE_SECONDS, `${path}.cookieDuration`, "seconds"),
  );
  return of.type === "app_cookie"
    ? [...issues, ...validateCookieName(of.cookieName, `${path}.cookieName`)]
    : issues;
}

function validateCookieName(name: string | undefined, path: string): Issue[] {
  if (name === undefined || name === "") {
    return [
      problem(
        "KECS1009",
        path,
        'stickiness of type "app_cookie" needs the name of the application\'s cookie',
        'set it, or use the type "lb_cookie"',
      ),
    ];
  }
  if (TOKEN.test(name) && !RESERVED_COOKIE.test(name)) return [];
  const why = TOKEN.test(name)
    ? "begins with AWSALB, AWSALBAPP or AWSALBTG, which AWS reserves"
    : "is not the name of a cookie";
  return [problem("KECS1008", path, `"${name}" ${why}`, "name the application's own cookie")];
}

function validateSlowStart(of: TargetGroupValues, path: string): Issue[] {
  if (of.slowStart === undefined || of.slowStart === 0) return [];
  const issues = validateBounds(of.slowStart, SLOW_START_SECONDS, path, "seconds, or 0");
  if (of.loadBalancingAlgorithmType === "least_outstanding_requests") {
    issues.push(
      problem(
        "KECS1015",
        path,
        `a slow start of "${of.slowStart}" seconds contradicts least_outstanding_requests`,
        "remove one of the two",
      ),
    );
  }
  return issues.length > 0 ? issues : [withoutEffect(path, of.slowStart)];
}

/** A choice of which one value has no effect here. */
function validateChoice(
  values: TargetGroupValues,
  field: "loadBalancingAnomalyMitigation" | "ipAddressType",
  allowed: readonly string[],
  ineffective: string,
  path: string,
): Issue[] {
  return values[field] === ineffective
    ? [withoutEffect(`${path}.${field}`, ineffective)]
    : oneOf(values[field], allowed, `${path}.${field}`);
}
