/* The one network of an instance: what AWS gives an account as its default VPC, with the same ids everywhere. */

export const VPC_ID = "vpc-0123456789abcdef0";
export const VPC_CIDR = "172.31.0.0/16";
export const SECURITY_GROUP_ID = "sg-0123456789abcdef0";

export interface Subnet {
  readonly id: string;
  /** The letter of its Availability Zone, behind the region's name. */
  readonly zone: string;
  readonly cidr: string;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html */
export const SUBNETS: readonly Subnet[] = [
  { id: "subnet-0123456789abcdefa", zone: "a", cidr: "172.31.0.0/20" },
  { id: "subnet-0123456789abcdefb", zone: "b", cidr: "172.31.16.0/20" },
  { id: "subnet-0123456789abcdefc", zone: "c", cidr: "172.31.32.0/20" },
];

/** The letter of a subnet's zone; undefined for a subnet that nobody has. */
export function zoneOfSubnet(id: string | undefined): string | undefined {
  return SUBNETS.find((subnet) => subnet.id === id)?.zone;
}

/** https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html: `use1-az1` for `us-east-1a`. */
export function zoneId(region: string, zone: string): string {
  const short = region
    .replaceAll("-", "")
    .replaceAll(/north|south|east|west|central|gov|iso/g, initial);
  return `${short}-az${zone.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}

function initial(word: string): string {
  return word.charAt(0);
}
