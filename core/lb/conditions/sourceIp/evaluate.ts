import { BlockList, isIP } from "node:net";
import { isAddress } from "../../request/sourceIp";
import type { ConditionEvaluator } from "../conditionEvaluator";
import type { SourceIpCondition } from "./values";

export const sourceIp: ConditionEvaluator<SourceIpCondition> = {
  holds: ({ values }, received) => values.some((block) => isInside(block, received.sourceIp)),
  comparedWith: (_, received) => [received.sourceIp],
  nearMiss: () =>
    "every client has the cluster's own address here; X-Kecs-Source-Ip can stand in for it",
};

/** Whether an address lies in a CIDR block; one without a prefix length is a single address. */
export function isInside(block: string, address: string): boolean {
  const [network = "", length] = block.split("/");
  const version = isIP(network);
  if (version === 0 || !isAddress(address)) return false;
  const blocks = new BlockList();
  const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length);
  blocks.addSubnet(network, bits, family(network));
  return blocks.check(address, family(address));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}
