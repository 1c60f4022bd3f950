import { plainValue } from "../../inputs/inputs";
import { isWildcard } from "../../../core/hosts";
import type { Wildcards } from "../../controlPlane/entries";
import type { AlbArgs } from "./args";

/** Those of a load balancer; undefined where its arguments do not tell. */
export function wildcardsOf(args: Pick<AlbArgs, "hostnames" | "catchAll">): Wildcards | undefined {
  const catchAll = plainValue<boolean>(args.catchAll ?? false);
  const hostnames = plainValue<string[]>(args.hostnames ?? []);
  if (catchAll === true) return "any";
  if (catchAll === undefined || hostnames === undefined) return undefined;
  return hostnames.some(isWildcard) ? "some" : "none";
}
