import { only, refusalOf, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { loadBalancer } from "./shop";

const describeOne = async ({ elb }: MemoryApi, LoadBalancerArn: string) =>
  only((await elb.describeLoadBalancers({ LoadBalancerArns: [LoadBalancerArn] })).LoadBalancers);
const attributesOf = async ({ elb }: MemoryApi, LoadBalancerArn: string) => {
  const { Attributes = [] } = await elb.describeLoadBalancerAttributes({ LoadBalancerArn });
  return Object.fromEntries(Attributes.map(({ Key = "", Value }) => [Key, Value]));
};

/** Load balancers, and what an account has of Elastic Load Balancing. */
export const LOAD_BALANCERS: Cases = {
  async CreateLoadBalancer(api) {
    const { LoadBalancers } = await api.elb.createLoadBalancer({
      Name: "shop",
      Subnets: ["subnet-1", "subnet-2"],
      SecurityGroups: ["sg-1", "sg-2"],
      Scheme: "internal",
      Type: "application",
      IpAddressType: "dualstack",
      IpamPools: { Ipv4IpamPoolId: "ipam-pool-1" },
      Tags: [
        { Key: "team", Value: "shop é +=@ 1/2" },
        { Key: "empty", Value: "" },
      ],
    });
    const made = only(LoadBalancers);
    expect(await describeOne(api, made.LoadBalancerArn ?? "")).toEqual(made);
    expect(made).toMatchObject({
      LoadBalancerName: "shop",
      DNSName: "shop.elb.amazonaws.com",
      Scheme: "internal",
      Type: "application",
      State: { Code: "active" },
      IpAddressType: "dualstack",
      SecurityGroups: ["sg-1", "sg-2"],
      AvailabilityZones: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
      IpamPools: { Ipv4IpamPoolId: "ipam-pool-1" },
    });
    const mapping = { SubnetId: "subnet-3", PrivateIPv4Address: "10.0.0.4" };
    const mapped = await loadBalancer(api, { Name: "mapped", SubnetMappings: [mapping] });
    expect((await describeOne(api, mapped)).AvailabilityZones).toEqual([
      {
        ZoneName: "us-east-1a",
        SubnetId: "subnet-3",
        LoadBalancerAddresses: [{ PrivateIPv4Address: "10.0.0.4" }],
      },
    ]);
  },

  async DescribeLoadBalancers(api) {
    for (const Name of ["a", "b", "c"]) await loadBalancer(api, { Name });
    const first = await api.elb.describeLoadBalancers({ PageSize: 2 });
    const rest = await api.elb.describeLoadBalancers({ PageSize: 2, Marker: first.NextMarker });
    expect([first.LoadBalancers?.length, rest.LoadBalancers?.length]).toEqual([2, 1]);
    expect(rest.NextMarker).toBeUndefined();
    const { LoadBalancers } = await api.elb.describeLoadBalancers({ Names: ["b"] });
    expect(only(LoadBalancers).LoadBalancerName).toBe("b");
  },

  async DeleteLoadBalancer(api) {
    const LoadBalancerArn = await loadBalancer(api);
    await api.elb.deleteLoadBalancer({ LoadBalancerArn });
    await api.elb.deleteLoadBalancer({ LoadBalancerArn });
    expect((await api.elb.describeLoadBalancers({})).LoadBalancers).toEqual([]);
  },

  async DescribeLoadBalancerAttributes(api) {
    expect(await attributesOf(api, await loadBalancer(api))).toMatchObject({
      "idle_timeout.timeout_seconds": "60",
      "deletion_protection.enabled": "false",
      "access_logs.s3.bucket": "",
    });
  },

  async ModifyLoadBalancerAttributes(api) {
    const LoadBalancerArn = await loadBalancer(api);
    const given = {
      "access_logs.s3.enabled": "true",
      "access_logs.s3.bucket": "logs",
      "access_logs.s3.prefix": "shop",
      "client_keep_alive.seconds": "1800",
      "connection_logs.s3.enabled": "true",
      "connection_logs.s3.bucket": "logs",
      "deletion_protection.enabled": "true",
      "idle_timeout.timeout_seconds": "120",
      "routing.http.desync_mitigation_mode": "strictest",
      "routing.http.drop_invalid_header_fields.enabled": "true",
      "routing.http.preserve_host_header.enabled": "true",
      "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "true",
      "routing.http.xff_client_port.enabled": "true",
      "routing.http.xff_header_processing.mode": "preserve",
      "routing.http2.enabled": "false",
      "waf.fail_open.enabled": "true",
      "zonal_shift.config.enabled": "true",
    };
    const { Attributes } = await api.elb.modifyLoadBalancerAttributes({
      LoadBalancerArn,
      Attributes: Object.entries(given).map(([Key, Value]) => ({ Key, Value })),
    });
    const described = await api.elb.describeLoadBalancerAttributes({ LoadBalancerArn });
    expect(described.Attributes).toEqual(Attributes);
    expect(await attributesOf(api, LoadBalancerArn)).toMatchObject(given);
  },

  async SetSecurityGroups(api) {
    const LoadBalancerArn = await loadBalancer(api);
    const SecurityGroups = ["sg-7", "sg-8"];
    const answer = await api.elb.setSecurityGroups({ LoadBalancerArn, SecurityGroups });
    expect(answer.SecurityGroupIds).toEqual(SecurityGroups);
    expect(await describeOne(api, LoadBalancerArn)).toMatchObject({ SecurityGroups });
  },

  async SetSubnets(api) {
    const LoadBalancerArn = await loadBalancer(api, { Subnets: ["subnet-1"] });
    const Subnets = ["subnet-7", "subnet-8"];
    const answer = await api.elb.setSubnets({
      LoadBalancerArn,
      Subnets,
      IpAddressType: "dualstack",
    });
    const found = await describeOne(api, LoadBalancerArn);
    expect(found.AvailabilityZones).toEqual(answer.AvailabilityZones);
    expect(found.AvailabilityZones?.map(({ SubnetId }) => SubnetId)).toEqual(Subnets);
    expect([found.IpAddressType, answer.IpAddressType]).toEqual(["dualstack", "dualstack"]);
  },

  async SetIpAddressType(api) {
    const LoadBalancerArn = await loadBalancer(api);
    const IpAddressType = "dualstack-without-public-ipv4" as const;
    const answer = await api.elb.setIpAddressType({ LoadBalancerArn, IpAddressType });
    expect(answer).toMatchObject({ IpAddressType });
    expect(await describeOne(api, LoadBalancerArn)).toMatchObject({ IpAddressType });
  },

  async ModifyIpPools(api) {
    const LoadBalancerArn = await loadBalancer(api);
    const IpamPools = { Ipv4IpamPoolId: "ipam-pool-2" };
    expect(await api.elb.modifyIpPools({ LoadBalancerArn, IpamPools })).toMatchObject({
      IpamPools,
    });
    expect(await describeOne(api, LoadBalancerArn)).toMatchObject({ IpamPools });
    const RemoveIpamPools = ["ipv4" as const];
    await api.elb.modifyIpPools({ LoadBalancerArn, RemoveIpamPools });
    expect((await describeOne(api, LoadBalancerArn)).IpamPools).toBeUndefined();
  },

  async DescribeCapacityReservation(api) {
    const LoadBalancerArn = await loadBalancer(api);
    const answer = await api.elb.describeCapacityReservation({ LoadBalancerArn });
    expect(answer.MinimumLoadBalancerCapacity).toBeUndefined();
    expect(answer.CapacityReservationState ?? []).toEqual([]);
  },

  async ModifyCapacityReservation(api) {
    const LoadBalancerArn = await loadBalancer(api);
    expect(
      await refusalOf(
        api.elb.modifyCapacityReservation({
          LoadBalancerArn,
          MinimumLoadBalancerCapacity: { CapacityUnits: 100 },
        }),
      ),
    ).toContain("KECS");
  },

  async DescribeAccountLimits(api) {
    const { Limits = [] } = await api.elb.describeAccountLimits({});
    expect(Limits).toContainEqual({ Name: "rules-per-application-load-balancer", Max: "100" });
  },

  async DescribeSSLPolicies(api) {
    const Names = ["ELBSecurityPolicy-TLS13-1-2-2021-06"];
    const { SslPolicies } = await api.elb.describeSSLPolicies({ Names });
    expect(only(SslPolicies).SslProtocols).toEqual(["TLSv1.2", "TLSv1.3"]);
  },
};
