import { lookup } from "node:dns/promises";
import { ok, warning, type Check, type Verdict } from "../check";

/** A name that is nobody's. */
const NAME = "kecs-doctor.elb.localhost";

/**
 * What the system's resolver says of `*.elb.localhost`. RFC 6761 reserves the names for loopback; curl 7.88
 * resolves them by itself, while Node.js and Python ask the system.
 */
export function judgeNames(addresses: readonly string[] | undefined): Verdict {
  if (addresses?.some((address) => address === "127.0.0.1" || address === "::1") === true) {
    return ok(`*.elb.localhost is ${addresses.join(" and ")} to every program`);
  }
  const seen =
    addresses === undefined ? "does not resolve *.elb.localhost" : `says ${addresses.join(", ")}`;
  return warning(
    "KECS2011",
    `the system's resolver ${seen}: curl resolves the names by itself, but Node.js and Python ask the system`,
    "with those clients use 127.0.0.1 and a Host header, as kecs urls prints them, or add the names to the hosts file",
  );
}

export const names: Check = {
  name: "names",
  look: async () => {
    const found = await lookup(NAME, { all: true }).catch(() => undefined);
    return judgeNames(found?.map(({ address }) => address));
  },
};
