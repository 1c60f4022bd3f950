import { problem, type Issue } from "../internal/errors";
import { validateBounds, validateName } from "../internal/awsNames";
import { isHostPattern } from "../routing/hosts";

/** An Alb's arguments, resolved. */
export interface AlbValues {
  readonly name: string;
  readonly hostnames?: readonly string[];
  readonly idleTimeout?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
export const IDLE_TIMEOUT_SECONDS = [1, 4000] as const;

/** Every problem of a load balancer's own arguments. */
export function validateAlb(values: AlbValues, path: string): Issue[] {
  const issues = validateName("loadBalancer", values.name, `${path}.name`);
  for (const [i, host] of (values.hostnames ?? []).entries()) {
    if (isHostPattern(host)) continue;
    issues.push(
      problem(
        "KECS1012",
        `${path}.hostnames[${i}]`,
        `"${host}" is not a host name: letters, digits, hyphens and dots, with * and ? as wildcards`,
        'write it as "api.example.test" or "*.example.test", without scheme, port or path',
      ),
    );
  }
  return [
    ...issues,
    ...validateBounds(values.idleTimeout, IDLE_TIMEOUT_SECONDS, `${path}.idleTimeout`, "seconds"),
  ];
}
