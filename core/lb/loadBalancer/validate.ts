import { validateBounds, validateName } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { isHostPattern } from "../../hosts";
import { validateQuotas } from "./quotas";
import type { AlbValues } from "./values";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
const IDLE_TIMEOUT_SECONDS = [1, 4000] as const;
const CLIENT_KEEP_ALIVE_SECONDS = [60, 604800] as const;
const CHOICES = {
  xffHeaderProcessingMode: ["append", "preserve", "remove"],
  desyncMitigationMode: ["monitor", "defensive", "strictest"],
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
  ipAddressType: ["ipv4", "dualstack", "dualstack-without-public-ipv4"],
  hostHeader: ["local", "aws"],
} as const;
/** Types of load balancers that AWS has and KECS has not. */
const OTHER_TYPES = ["network", "gateway"];

/** Every problem of a load balancer's own arguments. */
export function validateAlb(values: AlbValues, path: string): Issue[] {
  return [
    ...validateName("loadBalancer", values.name, `${path}.name`),
    ...(values.hostnames ?? []).flatMap((host, i) => validateHost(host, `${path}.hostnames[${i}]`)),
    ...validateBounds(values.idleTimeout, IDLE_TIMEOUT_SECONDS, `${path}.idleTimeout`, "seconds"),
    ...validateBounds(
      values.clientKeepAlive,
      CLIENT_KEEP_ALIVE_SECONDS,
      `${path}.clientKeepAlive`,
      "seconds",
    ),
    ...validateType(values.loadBalancerType, `${path}.loadBalancerType`),
    ...(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).flatMap((field) =>
      validateChoice(values[field], CHOICES[field], `${path}.${field}`),
    ),
    ...validateHostHeader(values, path),
    ...validateQuotas(values.quotas, `${path}.quotas`),
  ];
}

function validateHost(host: string, path: string): Issue[] {
  if (isHostPattern(host)) return [];
  return [
    problem(
      "KECS1012",
      path,
      `"${host}" is not a host name: letters, digits, hyphens and dots, with * and ? as wildcards`,
      'write it as "api.example.test" or "*.example.test", without scheme, port or path',
    ),
  ];
}

function validateType(type: string | undefined, path: string): Issue[] {
  if (type === undefined || type === "application") return [];
  const other = OTHER_TYPES.includes(type);
  return [
    problem(
      other ? "KECS1013" : "KECS1008",
      path,
      other
        ? `load balancers of type "${type}" are not available here`
        : `"${type}" is not a type of load balancer`,
      "use application, or leave it out",
    ),
  ];
}

function validateChoice(
  value: string | undefined,
  allowed: readonly string[],
  path: string,
): Issue[] {
  if (value === undefined || allowed.includes(value)) return [];
  return [
    problem(
      "KECS1008",
      path,
      `"${value}" is not one of the values that are allowed`,
      `use ${allowed.join(", ")}`,
    ),
  ];
}

function validateHostHeader({ hostHeader, preserveHostHeader }: AlbValues, path: string): Issue[] {
  if (preserveHostHeader !== true || hostHeader !== "aws") return [];
  return [
    problem(
      "KECS1015",
      `${path}.hostHeader`,
      `preserveHostHeader keeps the header as it came, and hostHeader "${hostHeader}" changes it`,
      "leave one of the two out",
    ),
  ];
}
