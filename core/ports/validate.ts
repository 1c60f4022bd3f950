import { problem, type Issue } from "../validate";
import { contains, MAX_RANGE_WIDTH, width } from "./range";

/** The ports as a user gives them; 0 for HTTP or HTTPS asks for any free port. */
export interface PortArgs {
  readonly httpPort?: number | undefined;
  readonly httpsPort?: number | undefined;
  readonly portRangeStart?: number | undefined;
  readonly portRangeEnd?: number | undefined;
}

export const DEFAULT_HTTP_PORT = 8080;
export const DEFAULT_HTTPS_PORT = 8443;

const isPort = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 65535;

/** Every problem of an instance's ports, with paths below `path`. */
export function validatePorts(args: PortArgs, path: string): Issue[] {
  const issues: Issue[] = [];
  const httpPort = args.httpPort ?? DEFAULT_HTTP_PORT;
  const httpsPort = args.httpsPort ?? DEFAULT_HTTPS_PORT;

  for (const [name, value] of [
    ["httpPort", httpPort],
    ["httpsPort", httpsPort],
  ] as const) {
    if (value === 0 || isPort(value)) continue;
    issues.push(
      problem(
        "KECS1002",
        `${path}.${name}`,
        `"${value}" is not a port: a whole number from 1 to 65535, or 0 for any free port`,
        `set ${name} to a free port`,
      ),
    );
  }
  if (httpPort !== 0 && httpPort === httpsPort) {
    issues.push(
      problem(
        "KECS1004",
        `${path}.httpsPort`,
        `HTTP and HTTPS both claim local port "${httpPort}"`,
        "give httpPort and httpsPort different values",
      ),
    );
  }
  return [...issues, ...validateRange(args, httpPort, httpsPort, path)];
}

function validateRange(args: PortArgs, httpPort: number, httpsPort: number, path: string): Issue[] {
  const { portRangeStart: start, portRangeEnd: end } = args;
  if (start === undefined && end === undefined) return [];
  if (start === undefined || end === undefined) {
    const missing = start === undefined ? "portRangeStart" : "portRangeEnd";
    return [
      problem(
        "KECS1003",
        `${path}.${missing}`,
        "a custom port range needs both of its ends",
        `set ${missing} too, or remove the other end`,
      ),
    ];
  }
  const issues: Issue[] = [];
  for (const [name, value] of [
    ["portRangeStart", start],
    ["portRangeEnd", end],
  ] as const) {
    if (isPort(value)) continue;
    issues.push(
      problem(
        "KECS1003",
        `${path}.${name}`,
        `"${value}" is not a port: a whole number from 1 to 65535`,
        `set ${name} to a port from 1 to 65535`,
      ),
    );
  }
  if (issues.length > 0) return issues;
  const range = { start, end };
  if (end < start) {
    return [
      problem(
        "KECS1003",
        `${path}.portRangeEnd`,
        `the range "${start}-${end}" is reversed`,
        "make portRangeEnd the larger of the two",
      ),
    ];
  }
  if (width(range) > MAX_RANGE_WIDTH) {
    issues.push(
      problem(
        "KECS1003",
        `${path}.portRangeEnd`,
        `the range "${start}-${end}" has ${width(range)} ports; at most ${MAX_RANGE_WIDTH} are allowed`,
        `end it at ${start + MAX_RANGE_WIDTH - 1} or below`,
      ),
    );
  }
  for (const [name, value] of [
    ["httpPort", httpPort],
    ["httpsPort", httpsPort],
  ] as const) {
    if (value === 0 || !contains(range, value)) continue;
    issues.push(
      problem(
        "KECS1004",
        `${path}.portRangeStart`,
        `the range "${start}-${end}" contains ${name} "${value}"`,
        `move the range, or set ${name} to a port outside of it`,
      ),
    );
  }
  return issues;
}
