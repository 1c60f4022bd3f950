import { isWildcard } from "../../hosts";
import { globExpression, matchWhole } from "./glob";
import { literal } from "./literal";

/** Matches one host name, with AWS's wildcards: `*` spans any characters, `?` is one. */
export function matchHost(host: string): string {
  if (!isWildcard(host)) return `Host(${literal(host.toLowerCase())})`;
  // A fully qualified name may end with a dot; `Host` allows it by itself.
  const expression = `${globExpression(host.toLowerCase())}\\.?`;
  return `HostRegexp(${literal(matchWhole(expression, "any case"))})`;
}

/** Matches any of several host names. */
export function matchHosts(hosts: readonly string[]): string {
  return hosts.map(matchHost).join(" || ");
}
