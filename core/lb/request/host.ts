import { isWildcard } from "../../hosts";
import { fits, lowerCase } from "./wildcard";

/** A Host header, taken apart. */
export interface Authority {
  /** As it was sent, without the port. */
  readonly name: string;
  readonly port?: string;
}

/** Takes a Host header apart; the colons inside of an IPv6 address begin no port. */
export function readAuthority(header: string): Authority {
  const colon = header.lastIndexOf(":");
  if (colon === -1 || header.indexOf("]", colon) !== -1) return { name: header };
  return { name: header.slice(0, colon), port: header.slice(colon + 1) };
}

/** The host name as it is compared: in lower case, without a port and without a final dot. */
export function comparedHost(header: string): string {
  const name = lowerCase(readAuthority(header).name);
  return name.endsWith(".") ? name.slice(0, -1) : name;
}

/** Whether a host name, as `comparedHost` gives it, fits a pattern. */
export function fitsHost(pattern: string, host: string): boolean {
  return fits(pattern, host, { anyCase: true });
}

/**
 * The pattern that speaks for a host: an exact name before every wildcard, a longer wildcard
 * before a shorter one.
 */
export function bestHost(patterns: readonly string[], host: string): string | undefined {
  const rank = (pattern: string): number => (isWildcard(pattern) ? pattern.length : Infinity);
  return patterns
    .filter((pattern) => fitsHost(pattern, host))
    .reduce<string | undefined>(
      (best, pattern) => (best === undefined || rank(pattern) > rank(best) ? pattern : best),
      undefined,
    );
}
