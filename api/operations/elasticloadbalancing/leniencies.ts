import { givenFields, usesBy, type Leniency } from "../../world/leniency";
import type { AwsObject, World } from "../../world/world";
import { nameFromArn } from "../../../core/arn";
import { OF_ANOTHER_STACK } from "../../../core/lb/inside/hosts";
import { namelessHosts } from "../../../core/lb/listenerRule/hosts";
import { hostsOf } from "../../../core/lb/listenerRule/model";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { recordedLoadBalancer } from "../../../core/lb/loadBalancer/record";
import type { ListenerValues } from "../../../core/lb/listener/values";
import { LOAD_BALANCER_ATTRIBUTES, loadBalancerAttributes } from "./attributes/loadBalancer";
import { defaultsOf } from "./attributes/attributes";
import { targetGroupAttributes, targetGroupTable } from "./attributes/targetGroup";
import { byArn, listeners } from "./lookUp";
import { registeredTargets } from "./targets";

const LOAD_BALANCER = {
  kind: "lb",
  what: "load balancer",
  nameOf: ({ arn }: AwsObject) => nameFromArn("loadBalancer", arn) ?? arn,
};
const TARGET_GROUP = {
  kind: "tg",
  what: "target group",
  nameOf: ({ arn }: AwsObject) => nameFromArn("targetGroup", arn) ?? arn,
};
const LISTENER = {
  kind: "listener",
  what: "listener",
  nameOf: ({ arn, attributes }: AwsObject) =>
    `${nameFromArn("listener", arn) ?? ""}:${(attributes as unknown as ListenerValues).port}`,
};
const RULE = {
  kind: "rule",
  what: "rule",
  nameOf: (rule: AwsObject) => {
    const { listenerArn, priority } = recordedRule(rule);
    return `${priority} of ${nameFromArn("listener", listenerArn) ?? ""}`;
  },
};

/** Load balancers with something else than AWS's default in one of these fields. */
const loadBalancersWith = (defaults: Readonly<Record<string, unknown>>) =>
  usesBy(LOAD_BALANCER, ({ echo }) => givenFields(echo, defaults));

/** Load balancers with another value of attributes whose names match. */
const loadBalancersWithAttributes = (names: RegExp) =>
  usesBy(LOAD_BALANCER, (object) =>
    givenFields(loadBalancerAttributes(object), defaultsOf(LOAD_BALANCER_ATTRIBUTES)).filter(
      (name) => names.test(name),
    ),
  );

function loadBalancerOf(rule: AwsObject, world: World): AwsObject | undefined {
  const listener = byArn(listeners(world), recordedRule(rule).listenerArn);
  return byArn(world.objects, listener?.attributes["loadBalancerArn"] as string | undefined);
}

/** Whether a rule wants an address that requests do not have here. */
function asksForAddress(rule: AwsObject, world: World): boolean {
  const { conditions } = recordedRule(rule);
  const loadBalancer = loadBalancerOf(rule, world);
  return (
    conditions.some(({ sourceIp }) => sourceIp !== undefined) &&
    loadBalancer !== undefined &&
    !recordedLoadBalancer(loadBalancer).attributes.simulateSourceIp
  );
}

/** Whether a rule has a host by which tasks do not reach its load balancer. */
function namesUnknownHost(rule: AwsObject, world: World): boolean {
  const { conditions } = recordedRule(rule);
  const loadBalancer = loadBalancerOf(rule, world);
  if (loadBalancer === undefined) return false;
  const named = {
    own: recordedLoadBalancer(loadBalancer).hosts,
    made: loadBalancer.owner === "api" ? hostsOf(conditions) : [],
    of: OF_ANOTHER_STACK,
  };
  return namelessHosts(conditions, named, "rule").length > 0;
}

/** Every leniency of Elastic Load Balancing; the pages about this API print them. */
export const LENIENCIES: readonly Leniency[] = [
  {
    operations: ["CreateLoadBalancer", "SetSubnets"],
    what: "Subnets, SubnetMappings",
    aws: "subnets of two Availability Zones are required, and have to exist",
    here: "they may be missing, and any ids are taken; zones of others than DescribeSubnets has are counted from the region's first",
  },
  {
    operations: ["CreateLoadBalancer", "SetSecurityGroups"],
    what: "SecurityGroups",
    aws: "they filter requests; the groups have to exist, and the VPC's own is the default",
    here: "any ids are taken, and nothing filters requests",
    uses: loadBalancersWith({ SecurityGroups: undefined }),
  },
  {
    operations: ["CreateLoadBalancer"],
    what: "Scheme",
    aws: "internal load balancers have private addresses alone",
    here: "both kinds answer on the instance's bindAddress",
    uses: loadBalancersWith({ Scheme: "internet-facing" }),
  },
  {
    operations: ["CreateLoadBalancer", "SetIpAddressType"],
    what: "IpAddressType",
    aws: "the load balancer gets addresses of that kind",
    here: "it answers on the instance's bindAddress",
    uses: loadBalancersWith({ IpAddressType: "ipv4" }),
  },
  {
    operations: ["CreateLoadBalancer", "ModifyIpPools"],
    what: "IpamPools",
    aws: "addresses come from the pool",
    here: "kept, without effect",
    uses: loadBalancersWith({ IpamPools: undefined }),
  },
  {
    operations: ["CreateTargetGroup"],
    what: "VpcId",
    aws: "A VPC ID must be specified, and it has to exist",
    here: "it may be missing, which stands for the default VPC, and any id is taken",
  },
  {
    operations: ["CreateTargetGroup", "ModifyTargetGroup"],
    what: "HealthCheckIntervalSeconds",
    aws: "a target is checked every 30 seconds where nothing is said",
    here: "it is described as 30, and checked every second",
  },
  {
    operations: ["CreateTargetGroup"],
    what: "TargetControlPort",
    aws: "the agent of a target reports there how many requests it can take",
    here: "kept, without effect",
    uses: usesBy(TARGET_GROUP, ({ echo }) => givenFields(echo, { TargetControlPort: undefined })),
  },
  {
    operations: ["RegisterTargets"],
    what: "Targets.Port",
    aws: "an address may be a target on several ports",
    here: "InvalidTarget for the second one: Traefik tells the targets of a group apart by their addresses alone",
  },
  {
    operations: ["RegisterTargets"],
    what: "Targets.Id",
    aws: "an address in a private range",
    here: "localhost, host and 127.0.0.1 as well, for a process on this machine",
  },
  {
    operations: ["RegisterTargets", "DescribeTargetHealth"],
    what: "Targets",
    aws: "targets are checked",
    here: "registered addresses are not checked: they are healthy; tasks of services are checked",
    uses: usesBy(TARGET_GROUP, (group) => (registeredTargets(group).length > 0 ? ["Targets"] : [])),
  },
  {
    operations: ["CreateListener", "ModifyListener"],
    what: "SslPolicy",
    aws: "the policy's versions and ciphers; ELBSecurityPolicy-2016-08 where nothing is said",
    here: "the policy's versions; TLS 1.2 and 1.3 where nothing is said",
  },
  {
    operations: ["CreateListener", "ModifyListener"],
    what: "AlpnPolicy",
    aws: "for TLS listeners of Network Load Balancers alone",
    here: "taken for HTTPS listeners too",
  },
  {
    operations: ["CreateListener", "ModifyListener"],
    what: "MutualAuthentication.IgnoreClientCertificateExpiry",
    aws: "expired certificates of clients are accepted",
    here: "kept; expired certificates are refused",
    uses: usesBy(LISTENER, ({ attributes }) =>
      (attributes as unknown as ListenerValues).mutualAuthentication
        ?.ignoreClientCertificateExpiry === true
        ? ["MutualAuthentication.IgnoreClientCertificateExpiry"]
        : [],
    ),
  },
  {
    operations: ["CreateRule", "ModifyRule"],
    what: "Conditions.SourceIpConfig",
    aws: "the address of the client",
    here: "of tasks their own; else the cluster's, since those of clients do not get there",
    uses: usesBy(RULE, (rule, world) =>
      asksForAddress(rule, world) ? ["Conditions.SourceIpConfig"] : [],
    ),
  },
  {
    operations: ["CreateRule", "ModifyRule"],
    what: "Conditions.HostHeaderConfig",
    aws: "whoever sets up DNS for a host makes it known",
    here: "tasks know exact hosts of up to eight labels: the load balancer's own, and those of rules whose load balancer AWS's API made too",
    uses: usesBy(RULE, (rule, world) =>
      namesUnknownHost(rule, world) ? ["Conditions.HostHeaderConfig"] : [],
    ),
  },
  {
    operations: ["ModifyLoadBalancerAttributes"],
    what: "routing.http.preserve_host_header.enabled",
    aws: "false lets the Host header be the load balancer's idea of it",
    here: "kept; targets see the Host header as the client sent it in both cases",
  },
  {
    operations: ["ModifyLoadBalancerAttributes"],
    what: "access_logs.*, connection_logs.*, health_check_logs.*",
    aws: "logs are written to a bucket",
    here: "kept; none are written",
    uses: loadBalancersWithAttributes(/_logs\.s3\.enabled$/),
  },
  {
    operations: ["ModifyLoadBalancerAttributes"],
    what: "client_keep_alive.seconds, routing.http.desync_mitigation_mode, routing.http.x_amzn_tls_kx.enabled, waf.fail_open.enabled, zonal_shift.config.enabled, ipv6.deny_all_igw_traffic",
    aws: "honoured",
    here: "kept, without effect",
    uses: loadBalancersWithAttributes(
      /^(client_keep_alive|routing\.http\.(desync|x_amzn_tls_kx)|waf|zonal_shift|ipv6)/,
    ),
  },
  {
    operations: ["ModifyTargetGroupAttributes"],
    what: "slow_start.duration_seconds, load_balancing.algorithm.anomaly_mitigation, load_balancing.cross_zone.enabled, target_group_health.*, waf.http2.traffic_inspection_behavior, routing.http2.rst_stream_error_forwarding.enabled",
    aws: "honoured",
    here: "kept, without effect",
    uses: usesBy(TARGET_GROUP, (group) =>
      givenFields(targetGroupAttributes(group), defaultsOf(targetGroupTable(group))).filter(
        (name) => !/^(deregistration_delay|stickiness|load_balancing\.algorithm\.type)/.test(name),
      ),
    ),
  },
  {
    operations: ["DescribeSSLPolicies"],
    what: "Ciphers",
    aws: "the ciphers of a policy",
    here: "an empty list",
  },
  {
    operations: ["DescribeTrustStores"],
    what: "NumberOfCaCertificates",
    aws: "of every trust store of the account",
    here: "left out; there are the trust stores of Pulumi programs",
  },
];
