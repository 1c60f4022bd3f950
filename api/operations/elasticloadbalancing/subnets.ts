import type { SubnetMapping } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";

interface SubnetInput {
  readonly Subnets?: readonly string[] | undefined;
  readonly SubnetMappings?: readonly SubnetMapping[] | undefined;
}

export function requireOneSubnetList({ Subnets, SubnetMappings }: SubnetInput): void {
  if (Subnets === undefined || SubnetMappings === undefined) return;
  throw new AwsError(
    "ValidationError",
    "You can specify either Subnets or SubnetMappings, but not both",
  );
}
