import type {
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResult,
  IpPermission,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { SECURITY_GROUP_ID, VPC_ID } from "../../../core/ec2/network";
import { described, notFound } from "./describe";
import type { Filterable } from "./filters";

type Value = (permission: IpPermission) => readonly (string | undefined)[];

/** What a permission is filtered by, behind `ip-permission.` and `egress.ip-permission.`. */
const PERMISSION: Readonly<Record<string, Value>> = {
  cidr: ({ IpRanges = [] }) => IpRanges.map(({ CidrIp }) => CidrIp),
  "from-port": () => [],
  "group-id": ({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ GroupId }) => GroupId),
  "group-name": () => [],
  "ipv6-cidr": () => [],
  "prefix-list-id": () => [],
  protocol: ({ IpProtocol }) => [IpProtocol],
  "to-port": () => [],
  "user-id": ({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ UserId }) => UserId),
};

function permissionFields(
  prefix: string,
  permissionsOf: (of: SecurityGroup) => readonly IpPermission[] | undefined,
): Filterable<SecurityGroup> {
  return Object.fromEntries(
    Object.entries(PERMISSION).map(([name, value]) => [
      `${prefix}.${name}`,
      (of: SecurityGroup) => (permissionsOf(of) ?? []).flatMap(value),
    ]),
  );
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
const FIELDS: Filterable<SecurityGroup> = {
  ...permissionFields("ip-permission", (of) => of.IpPermissions),
  ...permissionFields("egress.ip-permission", (of) => of.IpPermissionsEgress),
  description: (of) => [of.Description],
  "group-id": (of) => [of.GroupId],
  "group-name": (of) => [of.GroupName],
  "owner-id": (of) => [of.OwnerId],
  "vpc-id": (of) => [of.VpcId],
};

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export const describeSecurityGroups: Operation<
  DescribeSecurityGroupsRequest,
  DescribeSecurityGroupsResult
> = (input, { connection: { accountId }, region }) => {
  const none = { Ipv6Ranges: [], PrefixListIds: [] };
  const group: SecurityGroup = {
    GroupId: SECURITY_GROUP_ID,
    GroupName: "default",
    Description: "default VPC security group",
    SecurityGroupArn: `arn:aws:ec2:${region}:${accountId}:security-group/${SECURITY_GROUP_ID}`,
    VpcId: VPC_ID,
    OwnerId: accountId,
    IpPermissions: [
      {
        ...none,
        IpProtocol: "-1",
        IpRanges: [],
        UserIdGroupPairs: [{ GroupId: SECURITY_GROUP_ID, UserId: accountId }],
      },
    ],
    IpPermissionsEgress: [
      { ...none, IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }], UserIdGroupPairs: [] },
    ],
    Tags: [],
  };
  const byId = {
    names: input.GroupIds,
    nameOf: (of: SecurityGroup) => of.GroupId,
    missing: notFound("InvalidGroup", "security group"),
  };
  const byName = {
    names: input.GroupNames,
    nameOf: (of: SecurityGroup) => of.GroupName,
    missing: (name: string) =>
      new AwsError(
        "InvalidGroup.NotFound",
        `The security group '${name}' does not exist in default VPC '${VPC_ID}'`,
      ),
  };
  return { output: { SecurityGroups: described([group], input, FIELDS, [byId, byName]) } };
};
