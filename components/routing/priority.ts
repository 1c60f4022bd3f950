import { isWildcard } from "./hosts";

/*
 * Traefik takes the router with the highest number; equal numbers are decided by chance at each
 * reload, so none of these may meet within one number space.
 */

/** Of a listener's root for exact host names: above every wildcard. */
export const EXACT_HOSTS = 2000;

/** Of the guard that answers 503 where the default action could not be loaded. */
export const DEFAULT_GUARD = 1;

/** Of a listener's default action: below every rule, above its guard. */
export const DEFAULT_ACTION = 2;

/** Of a listener's root for one wildcard: the longer pattern is the more specific one. */
export function wildcardHost(host: string): number {
  if (!isWildcard(host)) throw new RangeError(`not a wildcard: ${host}`);
  return 1000 + host.length;
}
