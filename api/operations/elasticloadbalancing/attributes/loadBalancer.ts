import type { AwsObject } from "../../../world/world";
import { extraHosts } from "../../../../core/hosts";
import type { LoadBalancerFacts } from "../../../../core/lb/model";
import { recordedLoadBalancer } from "../../../../core/lb/loadBalancer/record";
import type { AlbValues } from "../../../../core/lb/loadBalancer/values";
import { defaultsOf, flag, number, text, type AttributeTable } from "./attributes";

/** What a load balancer has here and on AWS has not; it is shown where it is not the default alone. */
const OWN_ATTRIBUTES: AttributeTable = {
  // Separated by commas.
  "kecs.hostnames": text(),
  "kecs.catch_all": flag(false),
  "kecs.host_header": text("local"),
  "kecs.simulate_source_ip": flag(false),
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html */
export const LOAD_BALANCER_ATTRIBUTES: AttributeTable = {
  "access_logs.s3.enabled": flag(false),
  "access_logs.s3.bucket": text(),
  "access_logs.s3.prefix": text(),
  "client_keep_alive.seconds": number(3600),
  "connection_logs.s3.enabled": flag(false),
  "connection_logs.s3.bucket": text(),
  "connection_logs.s3.prefix": text(),
  "deletion_protection.enabled": flag(false),
  "health_check_logs.s3.enabled": flag(false),
  "health_check_logs.s3.bucket": text(),
  "health_check_logs.s3.prefix": text(),
  "idle_timeout.timeout_seconds": number(60),
  "ipv6.deny_all_igw_traffic": flag(false),
  // AWS does not let an Application Load Balancer change it.
  "load_balancing.cross_zone.enabled": { default: "true", values: ["true"] },
  "routing.http.desync_mitigation_mode": text("defensive"),
  "routing.http.drop_invalid_header_fields.enabled": flag(false),
  "routing.http.preserve_host_header.enabled": flag(false),
  "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": flag(false),
  "routing.http.x_amzn_tls_kx.enabled": flag(false),
  "routing.http.xff_client_port.enabled": flag(false),
  "routing.http.xff_header_processing.mode": {
    default: "append",
    values: ["append", "preserve", "remove"],
  },
  "routing.http2.enabled": flag(true),
  "waf.fail_open.enabled": flag(false),
  "zonal_shift.config.enabled": flag(false),
  ...OWN_ATTRIBUTES,
};

/** Those of Network and Gateway Load Balancers. */
export const OTHER_LOAD_BALANCER_ATTRIBUTES = [
  "dns_record.client_routing_policy",
  "secondary_ips.auto_assigned.per_subnet",
];

/** The attributes that a record holds, by their keys. */
export function recordedAttributes(facts: LoadBalancerFacts): Record<string, string> {
  const { name, hosts, catchAll, attributes: of } = facts;
  return {
    "idle_timeout.timeout_seconds": String(of.idleTimeout),
    "routing.http.drop_invalid_header_fields.enabled": String(of.dropInvalidHeaderFields),
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": String(of.tlsHeaders),
    "routing.http.xff_client_port.enabled": String(of.xffClientPort),
    "routing.http.xff_header_processing.mode": of.xffHeaderProcessingMode,
    "routing.http2.enabled": String(of.http2),
    "kecs.hostnames": extraHosts(name, hosts).join(","),
    "kecs.catch_all": String(catchAll),
    "kecs.host_header": of.hostHeader,
    "kecs.simulate_source_ip": String(of.simulateSourceIp),
  };
}

/** All attributes of a load balancer, by their keys. */
export function loadBalancerAttributes(object: AwsObject): Record<string, string> {
  return {
    ...defaultsOf(LOAD_BALANCER_ATTRIBUTES),
    ...(object.echo["Attributes"] as Record<string, string> | undefined),
    ...recordedAttributes(recordedLoadBalancer(object)),
  };
}

/** Those that a caller gets to see: tools that compare the list find the keys of AWS in it. */
export function shownAttributes(all: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => OWN_ATTRIBUTES[key]?.default !== value),
  );
}

/** What they are in a load balancer's values: some for the record, others only to be checked. */
export function attributeValues(all: Readonly<Record<string, string>>): Partial<AlbValues> {
  const isOn = (key: string): boolean => all[key] === "true";
  return {
    idleTimeout: Number(all["idle_timeout.timeout_seconds"]),
    clientKeepAlive: Number(all["client_keep_alive.seconds"]),
    enableHttp2: isOn("routing.http2.enabled"),
    dropInvalidHeaderFields: isOn("routing.http.drop_invalid_header_fields.enabled"),
    enableTlsVersionAndCipherSuiteHeaders: isOn(
      "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
    ),
    enableXffClientPort: isOn("routing.http.xff_client_port.enabled"),
    xffHeaderProcessingMode: all["routing.http.xff_header_processing.mode"],
    desyncMitigationMode: all["routing.http.desync_mitigation_mode"],
    preserveHostHeader: isOn("routing.http.preserve_host_header.enabled"),
    hostnames: (all["kecs.hostnames"] ?? "")
      .split(",")
      .map((host) => host.trim())
      .filter((host) => host !== ""),
    catchAll: isOn("kecs.catch_all"),
    hostHeader: all["kecs.host_header"],
    simulateSourceIp: isOn("kecs.simulate_source_ip"),
  };
}

export function isProtected(object: AwsObject): boolean {
  return loadBalancerAttributes(object)["deletion_protection.enabled"] === "true";
}
