import { peek } from "../../base/inputs";
import { isWildcard } from "../../../core/lb/hosts";
import type { AlbArgs } from "./args";

/** Hosts with wildcards that a load balancer answers to: none, some, or any host at all. */
export type Wildcards = "none" | "some" | "any";

/** Those of a load balancer; undefined where its arguments do not tell. */
export function wildcardsOf(args: Pick<AlbArgs, "hostnames" | "catchAll">): Wildcards | undefined {
  const catchAll = peek<boolean>(args.catchAll ?? false);
  const hostnames = peek<string[]>(args.hostnames ?? []);
  if (catchAll === true) return "any";
  if (catchAll === undefined || hostnames === undefined) return undefined;
  return hostnames.some(isWildcard) ? "some" : "none";
}
