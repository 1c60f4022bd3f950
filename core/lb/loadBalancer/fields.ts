import type { Connection } from "../../connection";
import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored } from "../../support/fieldSpec";
import type { ValueCase } from "../../support/fieldTable";
import type { AlbValues } from "./values";

interface Resolved extends AlbValues {
  readonly connection: Connection;
}

const OTHER_LOAD_BALANCER = "it belongs to Network Load Balancers";
const LOGS = { fields: { bucket: "text!", enabled: "boolean", prefix: "text" } } as const;
const ARE_KEPT = { only: valueCase("enabled ones", areEnabled), ...LOGS } as const;

/** Every field of an Alb, and those of `aws.lb.LoadBalancer`. */
export const ALB_FIELDS = argumentFields<Resolved>("a load balancer", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  name: "text!",
  hostnames: "texts",
  idleTimeout: "number",
  enableHttp2: "boolean",
  dropInvalidHeaderFields: "boolean",
  xffHeaderProcessingMode: "text",
  enableXffClientPort: "boolean",
  enableTlsVersionAndCipherSuiteHeaders: "boolean",
  preserveHostHeader: "boolean",
  loadBalancerType: "text",
  subnets: "texts",
  enableCrossZoneLoadBalancing: "boolean",
  catchAll: "boolean",
  hostHeader: "text",
  simulateSourceIp: "boolean",
  quotas: holding("object", { rules: "number", listeners: "number", certificates: "number" }),
  tags: "textMap",
  internal: ignored("boolean", "every load balancer can be reached from this machine"),
  ipAddressType: ignored("text", "the addresses are those of the instance's bindAddress", {
    only: valueCase("all but ipv4", (value) => value !== "ipv4"),
  }),
  securityGroups: ignored("texts", "nothing filters requests"),
  enableDeletionProtection: ignored("boolean", "it can always be deleted"),
  enableWafFailOpen: ignored("boolean", "there is no WAF here"),
  clientKeepAlive: ignored("number", "connections of clients are not closed"),
  desyncMitigationMode: ignored("text", "requests are treated as in defensive mode", {
    only: valueCase("all but defensive", (value) => value !== "defensive"),
  }),
  accessLogs: ignored("object", "no logs are written", ARE_KEPT),
  connectionLogs: ignored("object", "no logs are written", ARE_KEPT),
  healthCheckLogs: ignored("object", "no logs are written", ARE_KEPT),
  customerOwnedIpv4Pool: ignored("text", "there are no Outposts here"),
  dnsRecordClientRoutingPolicy: ignored("text", OTHER_LOAD_BALANCER),
  enablePrefixForIpv6SourceNat: ignored("text", OTHER_LOAD_BALANCER),
  enableZonalShift: ignored("boolean", "there is one zone"),
  enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: ignored("text", OTHER_LOAD_BALANCER),
  ipamPools: ignored("object", "the addresses are those of the instance's bindAddress", {
    fields: { ipv4IpamPoolId: "text" },
  }),
  minimumLoadBalancerCapacity: ignored("object", "this machine limits the capacity", {
    fields: { capacityUnits: "number" },
  }),
  namePrefix: ignored("text", "the name is `name`, or that of the component"),
  region: ignored("text", "the region is the instance's"),
  secondaryIpsAutoAssignedPerSubnet: ignored("number", OTHER_LOAD_BALANCER),
  subnetMappings: ignored("objects", "the addresses are those of the instance's bindAddress", {
    fields: {
      allocationId: "text",
      ipv6Address: "text",
      outpostId: "text",
      privateIpv4Address: "text",
      subnetId: "text",
    },
  }),
});

function valueCase(text: string, applies: (value: unknown) => boolean): ValueCase {
  return { text, applies };
}

function areEnabled(value: unknown): boolean {
  return (value as { readonly enabled?: unknown }).enabled === true;
}
