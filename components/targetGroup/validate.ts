import { problem, type Issue } from "../internal/errors";
import { validateBounds, validateName } from "../internal/awsNames";

export interface HealthCheckValues {
  readonly path?: string;
  readonly interval?: number;
  readonly timeout?: number;
  readonly unhealthyThreshold?: number;
}

/** A target group's arguments, resolved. */
export interface TargetGroupValues {
  readonly name: string;
  readonly port?: number;
  readonly healthCheck?: HealthCheckValues;
}

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const PORT = [1, 65535] as const;
const INTERVAL_SECONDS = [5, 300] as const;
const TIMEOUT_SECONDS = [2, 120] as const;
const THRESHOLD = [2, 10] as const;
const MAX_PATH = 1024;

/** Every problem of a target group's arguments. */
export function validateTargetGroup(values: TargetGroupValues, path: string): Issue[] {
  const check = values.healthCheck ?? {};
  const below = `${path}.healthCheck`;
  const issues = [
    ...validateName("targetGroup", values.name, `${path}.name`),
    ...validateBounds(values.port, PORT, `${path}.port`),
    ...validateBounds(check.interval, INTERVAL_SECONDS, `${below}.interval`, "seconds"),
    ...validateBounds(check.timeout, TIMEOUT_SECONDS, `${below}.timeout`, "seconds"),
    ...validateBounds(check.unhealthyThreshold, THRESHOLD, `${below}.unhealthyThreshold`),
  ];
  if (
    check.timeout !== undefined &&
    check.interval !== undefined &&
    check.timeout >= check.interval
  ) {
    issues.push(
      problem(
        "KECS1015",
        `${below}.timeout`,
        `a timeout of "${check.timeout}" seconds is not below the interval of "${check.interval}"`,
        "make the timeout the smaller of the two",
      ),
    );
  }
  const target = check.path ?? "/";
  if (!target.startsWith("/") || target.length > MAX_PATH || /\s/.test(target)) {
    issues.push(
      problem(
        "KECS1008",
        `${below}.path`,
        `"${target}" is not a path of at most ${MAX_PATH} characters that starts with /`,
        'write it as "/healthz"',
      ),
    );
  }
  return issues;
}
