import type {
  CreateLoadBalancerCommandInput,
  LoadBalancer,
  SubnetMapping,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { AwsObject, World } from "../../../world/world";
import { SECURITY_GROUP_ID, VPC_ID, zoneOfSubnet } from "../../../../core/ec2/network";
import { awsHost, extraHosts } from "../../../../core/hosts";
import { recordedLoadBalancer } from "../../../../core/lb/loadBalancer/record";
import type { AlbValues } from "../../../../core/lb/loadBalancer/values";
import { defined } from "./defined";
import { tagsOf, toTagValues } from "./tags";

/** What a caller says of a load balancer that only AWS's network knows. */
export type LoadBalancerEcho = Pick<
  CreateLoadBalancerCommandInput,
  "Subnets" | "SubnetMappings" | "SecurityGroups" | "Scheme" | "IpAddressType" | "IpamPools"
>;

/** https://docs.aws.amazon.com/general/latest/gr/elb.html: that of us-east-1. */
const HOSTED_ZONE = "Z35SXDOTRQ7X7K";
const ZONES = ["a", "b", "c", "d", "e", "f"];

/** The values of a load balancer that is to be made. */
export function toAlbValues(input: CreateLoadBalancerCommandInput): AlbValues {
  return {
    name: input.Name ?? "",
    loadBalancerType: input.Type,
    ipAddressType: input.IpAddressType,
    tags: toTagValues(input.Tags),
  };
}

/** The values of a load balancer that there is, as far as its record holds them. */
export function albValuesOf(object: AwsObject): AlbValues {
  const { name, hosts, catchAll, attributes } = recordedLoadBalancer(object);
  return {
    name,
    hostnames: extraHosts(name, hosts),
    catchAll,
    idleTimeout: attributes.idleTimeout,
    enableHttp2: attributes.http2,
    dropInvalidHeaderFields: attributes.dropInvalidHeaderFields,
    xffHeaderProcessingMode: attributes.xffHeaderProcessingMode,
    enableXffClientPort: attributes.xffClientPort,
    enableTlsVersionAndCipherSuiteHeaders: attributes.tlsHeaders,
    hostHeader: attributes.hostHeader,
    simulateSourceIp: attributes.simulateSourceIp,
    tags: tagsOf(object),
  };
}

export function toLoadBalancerEcho(input: CreateLoadBalancerCommandInput): LoadBalancerEcho {
  const { Subnets, SubnetMappings, SecurityGroups, Scheme, IpAddressType, IpamPools } = input;
  return defined({ Subnets, SubnetMappings, SecurityGroups, Scheme, IpAddressType, IpamPools });
}

export function toAwsLoadBalancer(
  object: Pick<AwsObject, "arn" | "attributes" | "createdAt" | "echo">,
  { region }: Pick<World, "region">,
): LoadBalancer {
  const { name } = recordedLoadBalancer(object);
  const echo = object.echo as LoadBalancerEcho;
  return {
    LoadBalancerArn: object.arn,
    DNSName: awsHost(name),
    CanonicalHostedZoneId: HOSTED_ZONE,
    CreatedTime: object.createdAt,
    LoadBalancerName: name,
    Scheme: echo.Scheme ?? "internet-facing",
    VpcId: VPC_ID,
    State: { Code: "active" },
    Type: "application",
    AvailabilityZones: toAwsZones(echo, region),
    SecurityGroups: echo.SecurityGroups ?? [SECURITY_GROUP_ID],
    IpAddressType: echo.IpAddressType ?? "ipv4",
    ...(echo.IpamPools === undefined ? {} : { IpamPools: echo.IpamPools }),
  };
}

/** One zone for each subnet; those of subnets that DescribeSubnets has not are counted from the first. */
export function toAwsZones(
  { Subnets = [], SubnetMappings = [] }: LoadBalancerEcho,
  region: string,
) {
  const mappings: SubnetMapping[] = [
    ...Subnets.map((SubnetId) => ({ SubnetId })),
    ...SubnetMappings,
  ];
  return mappings.map(({ SubnetId, AllocationId, PrivateIPv4Address, IPv6Address }, i) => {
    const address = defined({ AllocationId, PrivateIPv4Address, IPv6Address });
    return {
      ZoneName: `${region}${zoneOfSubnet(SubnetId) ?? ZONES[i % ZONES.length] ?? ""}`,
      ...(SubnetId === undefined ? {} : { SubnetId }),
      LoadBalancerAddresses: Object.keys(address).length === 0 ? [] : [address],
    };
  });
}
