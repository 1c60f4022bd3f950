import { problem, type Issue } from "../../validate";
import type { Connection } from "../../connection";
import type { ServiceLoadBalancerValues } from "./values/service";

/**
 * The tasks of a service wait for the health that the instance's load balancer finds; that of an
 * instance which an earlier KECS made looks at none, and they would wait for ever.
 */
export function validateTargetChecks(
  { instance, checksTargets }: Pick<Connection, "instance" | "checksTargets">,
  loadBalancers: readonly ServiceLoadBalancerValues[],
  path: string,
): Issue[] {
  if (loadBalancers.length === 0 || checksTargets === true) return [];
  return [
    problem(
      "KECS1016",
      `${path}.connection`,
      `an earlier version of KECS made the instance "${instance}": its load balancer does not check targets`,
      "update the instance first: run kecs start, or pulumi up, for the stack that made it",
    ),
  ];
}
