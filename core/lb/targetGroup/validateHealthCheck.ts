import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { oneOf } from "../../validate/oneOf";
import { healthProbe } from "./healthProbe";
import { GRPC_CODES, HTTP_CODES, parseMatcher } from "./matcher";
import type { HealthCheckValues, TargetGroupValues } from "./values";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const PORT = [1, 65535] as const;
const INTERVAL_SECONDS = [5, 300] as const;
const TIMEOUT_SECONDS = [2, 120] as const;
const THRESHOLD = [2, 10] as const;
const DEFAULT_INTERVAL_SECONDS = 30;
const MAX_PATH = 1024;

/** Every problem of a target group's health check, and what Kubernetes does otherwise. */
export function validateHealthCheck(group: TargetGroupValues, path: string): Issue[] {
  const check = group.healthCheck ?? {};
  const issues = [
    ...validateNumbers(check, path),
    ...oneOf(check.protocol, ["HTTP", "HTTPS"], `${path}.protocol`),
    ...validatePath(check.path ?? "/", `${path}.path`),
    ...validateMatcher(check.matcher, group.protocolVersion === "GRPC", `${path}.matcher`),
  ];
  return issues.length > 0 ? issues : differences(group, path);
}

function validateNumbers(check: HealthCheckValues, path: string): Issue[] {
  const { interval, timeout, port } = check;
  const issues = [
    ...validateBounds(interval, INTERVAL_SECONDS, `${path}.interval`, "seconds"),
    ...validateBounds(timeout, TIMEOUT_SECONDS, `${path}.timeout`, "seconds"),
    ...validateBounds(check.healthyThreshold, THRESHOLD, `${path}.healthyThreshold`),
    ...validateBounds(check.unhealthyThreshold, THRESHOLD, `${path}.unhealthyThreshold`),
  ];
  if (timeout !== undefined && timeout >= (interval ?? DEFAULT_INTERVAL_SECONDS)) {
    const against =
      interval === undefined
        ? `AWS's interval of ${DEFAULT_INTERVAL_SECONDS}`
        : `the interval of "${interval}"`;
    issues.push(
      problem(
        "KECS1015",
        `${path}.timeout`,
        `a timeout of "${timeout}" seconds is not below ${against}`,
        "make the timeout less than the interval",
      ),
    );
  }
  // AWS's API has a text here, the Pulumi provider as well, and many write a number.
  const number = /^\d+$/.test(String(port)) ? Number(port) : NaN;
  const [lowest, highest] = PORT;
  if (port !== undefined && port !== "traffic-port" && !(number >= lowest && number <= highest)) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.port`,
        `"${port}" is neither "traffic-port" nor a port from ${lowest} to ${highest}`,
        "remove it to check the port that receives the requests",
      ),
    );
  }
  return issues;
}

function validatePath(value: string, path: string): Issue[] {
  if (value.startsWith("/") && value.length <= MAX_PATH && !/\s/.test(value)) return [];
  return [
    problem(
      "KECS1008",
      path,
      `"${value}" is not a path of at most ${MAX_PATH} characters that starts with /`,
      'write it as "/healthz"',
    ),
  ];
}

function validateMatcher(matcher: string | undefined, grpc: boolean, path: string): Issue[] {
  const allowed = grpc ? GRPC_CODES : HTTP_CODES;
  if (matcher === undefined || parseMatcher(matcher, allowed) !== undefined) return [];
  const kind = grpc ? "gRPC codes" : "status codes";
  return [
    problem(
      "KECS1008",
      path,
      `"${matcher}" is not a list of ${kind} from ${allowed.first} to ${allowed.last}`,
      grpc ? 'write it as "0" or "0-99"' : 'write it as "200", "200-299" or "200,302"',
    ),
  ];
}

/** What a check that AWS takes means otherwise here, or means on AWS and surprises there. */
function differences(group: TargetGroupValues, path: string): Issue[] {
  const { healthCheck: check = {} } = group;
  const { difference } = healthProbe(group);
  const issues: Issue[] = [];
  if (difference !== undefined) {
    issues.push({
      code: "KECS1013",
      path: `${path}.${difference.field}`,
      message: `"${check[difference.field] ?? ""}": ${difference.message}`,
      severity: "warning",
    });
  }
  if (check.enabled === false) {
    issues.push({
      code: "KECS1008",
      path: `${path}.enabled`,
      message: '"false": AWS always checks targets of type ip',
      severity: "warning",
    });
  }
  if (group.protocol === "HTTPS" && check.protocol === undefined && check.enabled !== false) {
    issues.push({
      code: "KECS1015",
      path: `${path}.protocol`,
      message: 'AWS checks over "HTTP" by default, but the targets speak "HTTPS"',
      hint: 'set it to "HTTPS"',
      severity: "warning",
    });
  }
  return issues;
}
