import { isDeepStrictEqual } from "node:util";
import type { Claim, MakeClaim } from "../../core/claims";

/** Claims of a program of its own, for what is pure and gets its claims from outside. */
export function claimsOf(): MakeClaim {
  const made: { readonly claim: Claim; readonly owner: string }[] = [];
  return (claim, owner) => {
    // Listeners share a local port.
    if (claim.kind === "slot" && claim.use === "listener") return undefined;
    const present = made.find((each) => isDeepStrictEqual(each.claim, claim));
    if (present === undefined) made.push({ claim, owner });
    return present?.owner;
  };
}
