import { isIP } from "node:net";

/** The header that stands in for the client's address where a load balancer allows it. */
export const SOURCE_IP_HEADER = "X-Kecs-Source-Ip";

/** Whether a text is an address that the header may stand in with. */
export function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes("%");
}
