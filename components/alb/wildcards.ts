import { peek } from "../internal/inputs";
import { isWildcard } from "../routing/hosts";
import type { AlbArgs } from "./args";

/**
 * Whether a load balancer answers to hosts with wildcards, or to any host; undefined where its
 * arguments do not tell.
 */
export function wildcardsOf(args: Pick<AlbArgs, "hostnames" | "catchAll">): boolean | undefined {
  const catchAll = peek<boolean>(args.catchAll ?? false);
  const hostnames = peek<string[]>(args.hostnames ?? []);
  if (catchAll === true || hostnames?.some(isWildcard) === true) return true;
  return catchAll === undefined || hostnames === undefined ? undefined : false;
}
