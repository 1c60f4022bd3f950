import { loadBalancerArn } from "../../../../../core/arn";
import { elsewhere, LoadBalancing, SHOP, shop } from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

test("a load balancer is described as it was made, with AWS's defaults", () => {
  const instance = new LoadBalancing();
  const input = {
    Name: "shop",
    Subnets: ["subnet-a", "subnet-b"],
    SecurityGroups: ["sg-1"],
    Tags: [{ Key: "team", Value: "x" }],
  };
  const { LoadBalancers: made } = instance.ask("CreateLoadBalancer", input);
  expect(made).toEqual([
    {
      LoadBalancerArn: SHOP,
      DNSName: "shop.elb.amazonaws.com",
      CanonicalHostedZoneId: "Z35SXDOTRQ7X7K",
      CreatedTime: new Date("2026-01-01T00:00:00Z"),
      LoadBalancerName: "shop",
      Scheme: "internet-facing",
      VpcId: "vpc-0123456789abcdef0",
      State: { Code: "active" },
      Type: "application",
      AvailabilityZones: [
        { ZoneName: "us-east-1a", SubnetId: "subnet-a", LoadBalancerAddresses: [] },
        { ZoneName: "us-east-1b", SubnetId: "subnet-b", LoadBalancerAddresses: [] },
      ],
      SecurityGroups: ["sg-1"],
      IpAddressType: "ipv4",
    },
  ]);
  expect(instance.ask("DescribeLoadBalancers", {}).LoadBalancers).toEqual(made);
  expect(instance.ask("CreateLoadBalancer", input).LoadBalancers).toEqual(made);
  expect(instance.objects).toHaveLength(1);
  expect(instance.objects[0]).toMatchObject({
    key: "lb-shop",
    kind: "lb",
    owner: "api",
    stack: "aws-api",
    attributes: {
      name: "shop",
      hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com"],
      catchAll: false,
      idleTimeout: 60,
      tags: { team: "x" },
    },
    echo: { Subnets: ["subnet-a", "subnet-b"], SecurityGroups: ["sg-1"] },
  });
});

test.each<[string, object, RegExp]>([
  ["a name that AWS does not allow", { Name: "-a" }, /^ValidationError: Name: "-a" is not 1 to 32/],
  [
    "another type of load balancer",
    { Name: "a", Type: "network" },
    /^InvalidConfigurationRequest: Type: load balancers of type "network" are not available here/,
  ],
  [
    "the name of another one with other settings",
    { Name: "shop", Scheme: "internal" },
    /^DuplicateLoadBalancerName: A load balancer with the same name 'shop' exists, but with different settings$/,
  ],
  [
    "other tags than those of the one with its name",
    { Name: "shop", Tags: [{ Key: "a", Value: "b" }] },
    /^DuplicateLoadBalancerName/,
  ],
  [
    "a name whose hosts another one has",
    { Name: "SHOP" },
    /^InvalidConfigurationRequest: .*host name "shop.elb.localhost" belongs to load balancer 'shop'/,
  ],
  ["subnets in both forms", { Name: "a", Subnets: ["s"], SubnetMappings: [] }, /^ValidationError/],
  ["Outposts", { Name: "a", CustomerOwnedIpv4Pool: "ipv4pool-coip-1" }, /Outposts/],
  [
    "what belongs to Network Load Balancers",
    { Name: "a", EnablePrefixForIpv6SourceNat: "on" },
    /^InvalidConfigurationRequest/,
  ],
  [
    "a tag twice",
    { Name: "a", Tags: [{ Key: "k" }, { Key: "k" }] },
    /^DuplicateTagKeys: Tag key 'k'/,
  ],
  ["a tag of AWS", { Name: "a", Tags: [{ Key: "aws:k" }] }, /^ValidationError: Tag key 'aws:k'/],
  [
    "too many tags",
    { Name: "a", Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}` })) },
    /^TooManyTags/,
  ],
])("rejects %s", (_, input, message) => {
  expect(shop().refusal("CreateLoadBalancer", input as { Name: string })).toMatch(message);
});

test("describes some by name or ARN, whatever region and account the ARN has", () => {
  const instance = shop();
  const other = instance.ask("CreateLoadBalancer", { Name: "a" }).LoadBalancers;
  const names = (input: object) =>
    instance
      .ask("DescribeLoadBalancers", input)
      .LoadBalancers?.map(({ LoadBalancerName }) => LoadBalancerName);
  expect(names({})).toEqual(["a", "shop"]);
  expect(names({ Names: ["shop"] })).toEqual(["shop"]);
  expect(names({ LoadBalancerArns: [elsewhere(SHOP), other?.[0]?.LoadBalancerArn] })).toEqual([
    "a",
    "shop",
  ]);
  expect(instance.refusal("DescribeLoadBalancers", { Names: ["shop", "b", "c"] })).toBe(
    "LoadBalancerNotFound: Load balancers '[b, c]' not found",
  );
  const missing = loadBalancerArn(CONNECTION, "b");
  expect(instance.refusal("DescribeLoadBalancers", { LoadBalancerArns: [missing] })).toBe(
    `LoadBalancerNotFound: Load balancers '[${missing}]' not found`,
  );
  expect(
    instance.refusal("DescribeLoadBalancers", { Names: ["shop"], LoadBalancerArns: [SHOP] }),
  ).toMatch(/^ValidationError: .* cannot be specified at the same time/);
});

test("pages go on behind the last one, whatever was removed in between", () => {
  const instance = new LoadBalancing();
  for (const Name of ["c", "a", "b"]) instance.ask("CreateLoadBalancer", { Name });
  const page = (Marker?: string) => {
    const found = instance.ask("DescribeLoadBalancers", { PageSize: 1, Marker });
    return [found.LoadBalancers?.[0]?.LoadBalancerName, found.NextMarker] as const;
  };
  const [first, marker] = page();
  instance.ask("DeleteLoadBalancer", { LoadBalancerArn: loadBalancerArn(CONNECTION, "a") });
  const [second, next] = page(marker);
  expect([first, second, ...page(next)]).toEqual(["a", "b", "c", undefined]);
  expect(instance.refusal("DescribeLoadBalancers", { Marker: "?" })).toMatch(/^ValidationError/);
});

test("a deleted one takes its listeners and rules along, and is deleted once", () => {
  const instance = shop();
  instance.ask("DeleteLoadBalancer", { LoadBalancerArn: elsewhere(SHOP) });
  expect(instance.objects.map(({ kind }) => kind)).toEqual(["tg"]);
  expect(instance.ask("DeleteLoadBalancer", { LoadBalancerArn: SHOP })).toEqual({});
  expect(instance.refusal("DeleteLoadBalancer", { LoadBalancerArn: "shop" })).toBe(
    "ValidationError: 'shop' is not a valid load balancer ARN",
  );
});

test("a protected one is kept until its protection is taken away", () => {
  const instance = shop();
  const set = (Value: string) =>
    instance.ask("ModifyLoadBalancerAttributes", {
      LoadBalancerArn: SHOP,
      Attributes: [{ Key: "deletion_protection.enabled", Value }],
    });
  set("true");
  expect(instance.refusal("DeleteLoadBalancer", { LoadBalancerArn: SHOP })).toBe(
    `OperationNotPermitted: Load balancer '${SHOP}' cannot be deleted because deletion protection is enabled`,
  );
  set("false");
  instance.ask("DeleteLoadBalancer", { LoadBalancerArn: SHOP });
  expect(instance.ask("DescribeLoadBalancers", {}).LoadBalancers).toEqual([]);
});

test("its network is kept as it was said last", () => {
  const instance = shop();
  const LoadBalancerArn = SHOP;
  const mappings = [{ SubnetId: "s-1", PrivateIPv4Address: "10.0.0.1" }, { SubnetId: "s-2" }];
  expect(instance.ask("SetSubnets", { LoadBalancerArn, Subnets: ["s-0"] })).toMatchObject({
    AvailabilityZones: [{ SubnetId: "s-0" }],
    IpAddressType: "ipv4",
  });
  instance.ask("SetSubnets", { LoadBalancerArn, SubnetMappings: mappings });
  instance.ask("SetSecurityGroups", { LoadBalancerArn, SecurityGroups: ["sg-2"] });
  instance.ask("SetIpAddressType", { LoadBalancerArn, IpAddressType: "dualstack" });
  expect(
    instance.ask("ModifyIpPools", { LoadBalancerArn, IpamPools: { Ipv4IpamPoolId: "p" } }),
  ).toEqual({ IpamPools: { Ipv4IpamPoolId: "p" } });
  expect(instance.ask("DescribeLoadBalancers", {}).LoadBalancers).toMatchObject([
    {
      AvailabilityZones: [
        { SubnetId: "s-1", LoadBalancerAddresses: [{ PrivateIPv4Address: "10.0.0.1" }] },
        { SubnetId: "s-2", LoadBalancerAddresses: [] },
      ],
      SecurityGroups: ["sg-2"],
      IpAddressType: "dualstack",
      IpamPools: { Ipv4IpamPoolId: "p" },
    },
  ]);
  expect(instance.ask("ModifyIpPools", { LoadBalancerArn, RemoveIpamPools: ["ipv4"] })).toEqual({});
});

test("its zones are those of its subnets, and its group the default, as EC2 describes them", () => {
  const instance = new LoadBalancing();
  const Subnets = ["c", "a", "x"].map((zone) => `subnet-0123456789abcdef${zone}`);
  const zones = ["us-east-1c", "us-east-1a", "us-east-1c"];
  const { LoadBalancers } = instance.ask("CreateLoadBalancer", { Name: "shop", Subnets });
  expect(LoadBalancers).toMatchObject([
    {
      VpcId: "vpc-0123456789abcdef0",
      SecurityGroups: ["sg-0123456789abcdef0"],
      AvailabilityZones: zones.map((ZoneName, i) => ({ ZoneName, SubnetId: Subnets[i] })),
    },
  ]);
  expect(
    instance.ask("SetSubnets", { LoadBalancerArn: SHOP, Subnets: Subnets.slice(0, 1) }),
  ).toMatchObject({ AvailabilityZones: [{ ZoneName: "us-east-1c" }] });
});

test("nothing is reserved", () => {
  const instance = shop();
  const LoadBalancerArn = SHOP;
  const nothing = { CapacityReservationState: [] };
  expect(instance.ask("DescribeCapacityReservation", { LoadBalancerArn })).toEqual(nothing);
  expect(
    instance.ask("ModifyCapacityReservation", { LoadBalancerArn, ResetCapacityReservation: true }),
  ).toEqual(nothing);
  expect(
    instance.refusal("ModifyCapacityReservation", {
      LoadBalancerArn,
      MinimumLoadBalancerCapacity: { CapacityUnits: 100 },
    }),
  ).toMatch(/^OperationNotPermitted: KECS reserves no capacity/);
});

test.each([
  "DescribeLoadBalancerAttributes",
  "DescribeCapacityReservation",
  "DescribeListeners",
  "DescribeTargetGroups",
] as const)("%s rejects a load balancer that there is not", (name) => {
  const LoadBalancerArn = loadBalancerArn(CONNECTION, "none");
  expect(shop().refusal(name, { LoadBalancerArn })).toBe(
    `LoadBalancerNotFound: Load balancer '${LoadBalancerArn}' not found`,
  );
});
