import { BlockList, isIPv4 } from "node:net";
import { parseTarget } from "../../../core/lb/targetGroup/hostTarget";
import { AwsError } from "../../world/awsError";
import { targetText, type Target } from "./targets";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html */
const ALLOWED = new BlockList();
ALLOWED.addSubnet("10.0.0.0", 8);
ALLOWED.addSubnet("100.64.0.0", 10);
ALLOWED.addSubnet("172.16.0.0", 12);
ALLOWED.addSubnet("192.168.0.0", 16);
const LOOPBACK = "127.0.0.1";

/** Refuses targets of a request that AWS refuses, or that cannot be beside those that are there. */
export function checkTargets(given: readonly Target[], present: readonly Target[]): void {
  for (const { id } of given) {
    if (!isIPv4(id) || id === LOOPBACK || ALLOWED.check(id)) continue;
    throw new AwsError(
      "ValidationError",
      `The IP address '${id}' is not within the VPC, nor in a private range: 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12, 192.168.0.0/16`,
    );
  }
  const seen = new Map(present.map((target) => [hostOf(target), target]));
  for (const [i, target] of given.entries()) {
    const other = seen.get(hostOf(target));
    if (other !== undefined && other.port !== target.port) {
      throw new AwsError(
        "InvalidTarget",
        `Targets[${i}]: '${targetText(target)}' has the address of the target '${targetText(other)}'; AWS takes both, KECS one port of an address in a target group: make a second target group, and forward to both with weights (KECS1022)`,
      );
    }
    seen.set(hostOf(target), target);
  }
}

/** The address of a target, whichever of its names is given. */
function hostOf(target: Target): string {
  const parsed = parseTarget(targetText(target));
  return "wrong" in parsed ? target.id : parsed.host;
}
