import type { SubnetMapping } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";

interface SubnetInput {
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
  readonly EnablePrefixForIpv6SourceNat?: "on" | "off" | undefined;
}

/** Refuses what AWS takes in one place alone, or for other load balancers alone. */
export function checkSubnets(input: SubnetInput): void {
  const { Subnets, SubnetMappings = [], EnablePrefixForIpv6SourceNat: prefix } = input;
  if (Subnets !== undefined && input.SubnetMappings !== undefined) {
    throw new AwsError(
      "ValidationError",
      "You can specify either Subnets or SubnetMappings, but not both",
    );
  }
  if (prefix === "on") throw ofOtherTypes("EnablePrefixForIpv6SourceNat");
  if (SubnetMappings.some(({ SourceNatIpv6Prefix }) => SourceNatIpv6Prefix !== undefined)) {
    throw ofOtherTypes("SourceNatIpv6Prefix");
  }
}

/** What a field is refused with that only other types of load balancers have. */
export function ofOtherTypes(field: string): AwsError {
  return new AwsError(
    "InvalidConfigurationRequest",
    `${field} is not supported on load balancers with type 'application'`,
  );
}
