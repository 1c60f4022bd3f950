import type { SubnetMapping } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import { impossibleId } from "../../world/strict";
import type { World } from "../../world/world";

interface SubnetInput {
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
  readonly EnablePrefixForIpv6SourceNat?: "on" | "off" | undefined;
}

const FEWEST_SUBNETS = 2;

/**
 * Refuses two lists of subnets and what other types of load balancers have; where the API is strict, also
 * no subnets and what can be none.
 */
export function requireSubnets(input: SubnetInput, { isStrict }: World): void {
  const { Subnets, SubnetMappings, EnablePrefixForIpv6SourceNat: prefix } = input;
  if (Subnets !== undefined && SubnetMappings !== undefined) {
    throw new AwsError(
      "ValidationError",
      "You can specify either Subnets or SubnetMappings, but not both",
    );
  }
  if (prefix === "on") throw ofOtherTypes("EnablePrefixForIpv6SourceNat");
  if (SubnetMappings?.some(({ SourceNatIpv6Prefix }) => SourceNatIpv6Prefix !== undefined)) {
    throw ofOtherTypes("SourceNatIpv6Prefix");
  }
  if (!isStrict) return;
  const ids = Subnets ?? (SubnetMappings ?? []).map(({ SubnetId = "" }) => SubnetId);
  if (new Set(ids).size < FEWEST_SUBNETS) {
    throw new AwsError(
      "ValidationError",
      "At least two subnets in two different Availability Zones must be specified",
    );
  }
  const wrong = impossibleId("subnet", ids);
  if (wrong !== undefined) {
    throw new AwsError("SubnetNotFound", `The subnet ID '${wrong}' does not exist`);
  }
}

/** Where the API is strict: refuses what can be no security group. */
export function requireSecurityGroups(groups: readonly string[] = [], { isStrict }: World): void {
  const wrong = isStrict ? impossibleId("security group", groups) : undefined;
  if (wrong === undefined) return;
  throw new AwsError("InvalidSecurityGroup", `The security group '${wrong}' does not exist`);
}

/** Where the API is strict: refuses a target group of no VPC, and what can be none. */
export function requireVpc(id: string | undefined, { isStrict }: World): void {
  if (!isStrict) return;
  if (id === undefined) throw new AwsError("ValidationError", "A VPC ID must be specified");
  if (impossibleId("VPC", [id]) !== undefined) {
    throw new AwsError("ValidationError", `The VPC ID '${id}' is not found`);
  }
}

/** What a field is refused with that only other types of load balancers have. */
export function ofOtherTypes(field: string): AwsError {
  return new AwsError(
    "InvalidConfigurationRequest",
    `${field} is not supported on load balancers with type 'application'`,
  );
}
