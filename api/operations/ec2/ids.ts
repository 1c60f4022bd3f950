import { VPC_ID } from "../../../core/ec2/network";

/** An id of another kind with the same digits, for what belongs to an object and has no name of its own. */
export function idLike(kind: string, id: string): string {
  return `${kind}-${id.slice(id.lastIndexOf("-") + 1)}`;
}

export const DHCP_OPTIONS_ID = idLike("dopt", VPC_ID);
export const INTERNET_GATEWAY_ID = idLike("igw", VPC_ID);
export const ROUTE_TABLE_ID = idLike("rtb", VPC_ID);
