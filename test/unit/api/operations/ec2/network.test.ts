import type { Filter } from "@aws-sdk/client-ec2";

import { operations } from "../../../../../api/operations/ec2";
import { answer } from "../../../../../api/wire/answer";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { SdkClient } from "../../../../helpers/api/sdkClients";

const VPC = "vpc-0123456789abcdef0";
const [A, B, C] = ["a", "b", "c"].map((zone) => `subnet-0123456789abcdef${zone}`);
const GROUP = "sg-0123456789abcdef0";

const instance = new FakeInstance();

/** What an operation answers, as a client reads it in eu-central-1. */
const ask = (operation: string, input: object = {}) =>
  new SdkClient("ec2", (request) =>
    answer(
      request,
      {
        handle: ({ operation: name, input: read, region }) => {
          const { output } = operations[name]?.(read as never, { ...instance.world, region }) ?? {};
          return output ?? {};
        },
        onError: (error) => {
          throw error;
        },
      },
      "id",
    ),
  ).call(operation, input);

const refused = (operation: string, input: object): string =>
  refusal(() => operations[operation]?.(input as never, instance.world));

/** What of each object that fits a filter stands in a field. */
const found = async (operation: string, key: string, filters: readonly Filter[]) => {
  const list = Object.values(await ask(operation, { Filters: filters }))[0] as readonly object[];
  return list.map((of) => (of as Record<string, unknown>)[key]);
};
const filter = (Name: string, ...Values: string[]): Filter => ({ Name, Values });

it("has one VPC, which is the default", async () => {
  expect(await ask("DescribeVpcs")).toEqual({
    Vpcs: [
      {
        VpcId: VPC,
        CidrBlock: "172.31.0.0/16",
        CidrBlockAssociationSet: [
          {
            AssociationId: "vpc-cidr-assoc-0123456789abcdef0",
            CidrBlock: "172.31.0.0/16",
            CidrBlockState: { State: "associated" },
          },
        ],
        DhcpOptionsId: "dopt-0123456789abcdef0",
        InstanceTenancy: "default",
        IsDefault: true,
        OwnerId: "000000000000",
        State: "available",
        Tags: [],
      },
    ],
  });
  const attribute = (Attribute: string) => ask("DescribeVpcAttribute", { VpcId: VPC, Attribute });
  expect(await attribute("enableDnsSupport")).toEqual({
    VpcId: VPC,
    EnableDnsSupport: { Value: true },
  });
  expect(await attribute("enableNetworkAddressUsageMetrics")).toEqual({
    VpcId: VPC,
    EnableNetworkAddressUsageMetrics: { Value: false },
  });
});

it("has a subnet in each of three zones of the caller's region", async () => {
  const { Subnets } = await ask("DescribeSubnets");
  const shown = (Subnets as readonly Record<string, unknown>[]).map((of) => [
    of["SubnetId"],
    of["CidrBlock"],
    of["AvailabilityZone"],
    of["AvailabilityZoneId"],
  ]);
  expect(shown).toEqual([
    [A, "172.31.0.0/20", "eu-central-1a", "euc1-az1"],
    [B, "172.31.16.0/20", "eu-central-1b", "euc1-az2"],
    [C, "172.31.32.0/20", "eu-central-1c", "euc1-az3"],
  ]);
  expect((Subnets as readonly object[])[0]).toMatchObject({
    SubnetArn: `arn:aws:ec2:eu-central-1:000000000000:subnet/${String(A)}`,
    VpcId: VPC,
    DefaultForAz: true,
    MapPublicIpOnLaunch: true,
    State: "available",
  });
  expect(await ask("DescribeAvailabilityZones")).toMatchObject({
    AvailabilityZones: ["a", "b", "c"].map((zone, i) => ({
      ZoneName: `eu-central-1${zone}`,
      ZoneId: `euc1-az${i + 1}`,
      RegionName: "eu-central-1",
      State: "available",
    })),
  });
  expect(await ask("DescribeRegions")).toMatchObject({ Regions: [{ RegionName: "eu-central-1" }] });
});

it("has the default security group, which lets itself in and everything out", async () => {
  expect(await ask("DescribeSecurityGroups")).toMatchObject({
    SecurityGroups: [
      {
        GroupId: GROUP,
        GroupName: "default",
        VpcId: VPC,
        IpPermissions: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: GROUP }] }],
        IpPermissionsEgress: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
      },
    ],
  });
});

it("has a way out, so that CDK takes the subnets for public ones", async () => {
  expect(
    await ask("DescribeRouteTables", { Filters: [filter("association.main", "true")] }),
  ).toEqual({
    RouteTables: [
      expect.objectContaining({
        VpcId: VPC,
        Routes: [
          expect.objectContaining({ GatewayId: "local" }),
          expect.objectContaining({
            DestinationCidrBlock: "0.0.0.0/0",
            GatewayId: "igw-0123456789abcdef0",
          }),
        ],
      }),
    ],
  });
  expect(
    await found("DescribeInternetGateways", "InternetGatewayId", [
      filter("attachment.vpc-id", VPC),
    ]),
  ).toEqual(["igw-0123456789abcdef0"]);
  expect(await ask("DescribeVpnGateways", { Filters: [filter("attachment.vpc-id", VPC)] })).toEqual(
    { VpnGateways: [] },
  );
});

it("has no network interface, whatever is asked for", async () => {
  const Filters = [filter("description", "ELB app/web/*"), filter("vpc-id", VPC)];
  expect(await ask("DescribeNetworkInterfaces", { Filters })).toEqual({ NetworkInterfaces: [] });
});

it("says of the account that it has a default VPC", async () => {
  expect(await ask("DescribeAccountAttributes", { AttributeNames: ["default-vpc"] })).toEqual({
    AccountAttributes: [
      { AttributeName: "default-vpc", AttributeValues: [{ AttributeValue: VPC }] },
    ],
  });
  expect((await ask("DescribeAccountAttributes"))["AccountAttributes"]).toHaveLength(6);
});

it("gives what is asked for by its id, in its own order", async () => {
  expect((await ask("DescribeSubnets", { SubnetIds: [C, A] }))["Subnets"]).toMatchObject([
    { SubnetId: A },
    { SubnetId: C },
  ]);
  const both = { SubnetIds: [A, B], Filters: [filter("availability-zone", "eu-central-1b")] };
  expect((await ask("DescribeSubnets", both))["Subnets"]).toMatchObject([{ SubnetId: B }]);
  const groups = await ask("DescribeSecurityGroups", { GroupNames: ["default"] });
  expect(groups["SecurityGroups"]).toHaveLength(1);
});

it.each([
  ["DescribeVpcs", "VpcId", [filter("isDefault", "true")], [VPC]],
  ["DescribeVpcs", "VpcId", [filter("is-default", "false")], []],
  ["DescribeVpcs", "VpcId", [filter("cidr", "172.31.*"), filter("state", "available")], [VPC]],
  ["DescribeVpcs", "VpcId", [filter("cidr", "172.31.?.?/16")], [VPC]],
  ["DescribeVpcs", "VpcId", [filter("cidr", "172.31.0.0\\*")], []],
  ["DescribeVpcs", "VpcId", [filter("cidr", "172.31.0.0.16")], []],
  ["DescribeVpcs", "VpcId", [filter("tag:Name", "*")], []],
  ["DescribeVpcs", "VpcId", [filter("tag-key", "*")], []],
  ["DescribeVpcs", "VpcId", [filter("vpc-id")], []],
  ["DescribeSubnets", "SubnetId", [filter("vpc-id", VPC)], [A, B, C]],
  ["DescribeSubnets", "SubnetId", [filter("vpc-id", "vpc-1")], []],
  ["DescribeSubnets", "SubnetId", [filter("default-for-az", "true")], [A, B, C]],
  [
    "DescribeSubnets",
    "SubnetId",
    [filter("availability-zone", "eu-central-1a", "eu-central-1c")],
    [A, C],
  ],
  ["DescribeSecurityGroups", "GroupId", [filter("group-name", "default")], [GROUP]],
  ["DescribeSecurityGroups", "GroupId", [filter("group-name", "DEFAULT")], []],
  [
    "DescribeSecurityGroups",
    "GroupId",
    [filter("egress.ip-permission.cidr", "0.0.0.0/0")],
    [GROUP],
  ],
  ["DescribeAvailabilityZones", "ZoneId", [filter("zone-name", "*b")], ["euc1-az2"]],
])("%s %s filtered by %j", async (operation, key, filters, expected) => {
  expect(await found(operation, key, filters)).toEqual(expected);
});

it.each([
  [
    "DescribeVpcs",
    { VpcIds: [VPC, "vpc-1"] },
    "InvalidVpcID.NotFound The vpc ID 'vpc-1' does not exist",
  ],
  [
    "DescribeVpcAttribute",
    { VpcId: "vpc-1", Attribute: "enableDnsSupport" },
    "InvalidVpcID.NotFound The vpc ID 'vpc-1' does not exist",
  ],
  [
    "DescribeSubnets",
    { SubnetIds: ["subnet-1"] },
    "InvalidSubnetID.NotFound The subnet ID 'subnet-1' does not exist",
  ],
  [
    "DescribeSecurityGroups",
    { GroupIds: ["sg-1"] },
    "InvalidGroup.NotFound The security group 'sg-1' does not exist",
  ],
  [
    "DescribeSecurityGroups",
    { GroupNames: ["web"] },
    `InvalidGroup.NotFound The security group 'web' does not exist in default VPC '${VPC}'`,
  ],
  [
    "DescribeAvailabilityZones",
    { ZoneNames: ["us-east-1z"] },
    "InvalidParameterValue Invalid availability zone: [us-east-1z]",
  ],
  [
    "DescribeRegions",
    { RegionNames: ["mars-1"] },
    "InvalidParameterValue Invalid region: [mars-1]",
  ],
  [
    "DescribeNetworkInterfaces",
    { NetworkInterfaceIds: ["eni-1"] },
    "InvalidNetworkInterfaceID.NotFound The networkInterface ID 'eni-1' does not exist",
  ],
  [
    "DescribeSubnets",
    { Filters: [filter("vpcid", VPC)] },
    "InvalidParameterValue The filter 'vpcid' is invalid",
  ],
  [
    "DescribeSubnets",
    { Filters: [filter("constructor", "a")] },
    "InvalidParameterValue The filter 'constructor' is invalid",
  ],
  [
    "DescribeVpcs",
    { Filters: [{ Values: ["a"] }] },
    "InvalidParameterValue The filter 'null' is invalid",
  ],
  [
    "DescribeVpcs",
    { DryRun: true },
    "DryRunOperation Request would have succeeded, but DryRun flag is set.",
  ],
  ["DescribeVpcs", { NextToken: "a" }, "InvalidNextToken The specified NextToken is not valid."],
])("%s refuses %j", (operation, input, expected) => {
  expect(refused(operation, input)).toBe(expected);
});

it("does the operations of the model, and no other", async () => {
  expect(Object.keys(operations)).toHaveLength(11);
  for (const name of Object.keys(operations).filter((of) => of !== "DescribeVpcAttribute")) {
    const { output } = operations[name]?.({} as never, {
      ...instance.world,
      region: "eu-central-1",
    }) ?? { output: {} };
    // A member that AWS's model has not would be missing in what the client reads.
    expect(await ask(name)).toEqual(output);
  }
});
