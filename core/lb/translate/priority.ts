import { isWildcard } from "../../hosts";

/*
 * Traefik takes the router with the highest number; equal numbers are decided by chance at each
 * reload, so none of these may meet within one number space. Roots are one space, the children of a
 * root are another.
 */

/** Of a listener's root for exact host names: above every wildcard. */
export const EXACT_HOSTS = 2000;

/** Of a listener's root for the hosts that no load balancer has; 1 is left for a landing page. */
export const OTHER_HOSTS = 2;

/** Of the guard that answers 503 where the default action could not be loaded. */
export const DEFAULT_GUARD = 1;

/** Of a listener's default action: below every rule, above its guard. */
export const DEFAULT_ACTION = 2;

/** Of the answer to TRACE: above every rule. */
export const TRACE = 300000;

/**
 * Of a listener's root for one wildcard: the longer pattern is the more specific one. The odd number
 * above is for the part of the wildcard's hosts that has the listener's TLS options.
 */
export function wildcardHost(host: string): number {
  if (!isWildcard(host)) throw new RangeError(`not a wildcard: ${host}`);
  return 1000 + 2 * host.length;
}

/** Of a rule, from AWS's priority, where the lowest number comes first. */
export function rulePriority(priority: number): number {
  return 200000 - 2 * priority;
}

/** Of the guard of a rule: below its rule and above the next one. */
export function ruleGuard(priority: number): number {
  return rulePriority(priority) - 1;
}
