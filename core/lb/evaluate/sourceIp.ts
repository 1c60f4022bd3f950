import { BlockList, isIP } from "node:net";

/** The header that stands in for the client's address where a load balancer allows it. */
export const SOURCE_IP_HEADER = "X-Kecs-Source-Ip";

/** Whether a text is an address that the header may stand in with. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes("%");
}

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
