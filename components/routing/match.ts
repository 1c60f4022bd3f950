import { isWildcard } from "./hosts";

/** A value as a literal of Traefik's rule language; nothing in it can end the literal. */
export function literal(value: string): string {
  return value.includes("`") ? JSON.stringify(value) : `\`${value}\``;
}

/** Matches one host name, with AWS's wildcards: `*` spans any characters, `?` is one. */
export function matchHost(host: string): string {
  if (!isWildcard(host)) return `Host(${literal(host)})`;
  const expression = host.toLowerCase().replace(/[^-a-z0-9]/g, (character) => {
    if (character === "*") return ".*";
    return character === "?" ? "." : `\\${character}`;
  });
  // A fully qualified name may end with a dot; `Host` allows it by itself.
  return `HostRegexp(${literal(`(?is)^${expression}\\.?$`)})`;
}

/** Matches any of several host names. */
export function matchHosts(hosts: readonly string[]): string {
  return hosts.map(matchHost).join(" || ");
}

/** Matches every request, also `OPTIONS *`, whose target is no path. */
export const MATCH_ALL = "PathPrefix(`/`) || !PathPrefix(`/`)";
