import { KecsError, problem } from "../validate";
import { shellQuote } from "../text/shellQuote";
import type { AlbOutputs } from "./contract";
import type { LoadBalancer } from "../lb/model";

/**
 * How some load balancers of a stack's instance route.
 *
 * @throws KecsError KECS1016 where the stack was started before its outputs had routes
 */
export function loadBalancersOf(
  albs: Readonly<Record<string, AlbOutputs>>,
  stack: string,
): LoadBalancer[] {
  return Object.values(albs).map(({ routing }) => {
    if (routing !== undefined) return routing;
    throw new KecsError([
      problem(
        "KECS1016",
        `stack ${stack}`,
        "its outputs do not say how requests are routed",
        `bring it up to date: kecs start --stack ${shellQuote(stack)}`,
      ),
    ]);
  });
}
