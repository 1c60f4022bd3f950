import {
  NOT_FOUND,
  SECURE,
  SHOP,
  shop,
  SHOP_443,
  SHOP_80,
} from "../../../../helpers/api/loadBalancing";

const modify = (key: string, value: string) => ({
  LoadBalancerArn: SHOP,
  Attributes: [{ Key: key, Value: value }],
});

test("attributes have AWS's defaults", () => {
  const { Attributes } = shop().ask("DescribeLoadBalancerAttributes", { LoadBalancerArn: SHOP });
  expect(Object.fromEntries((Attributes ?? []).map(({ Key, Value }) => [Key, Value]))).toEqual({
    "access_logs.s3.enabled": "false",
    "access_logs.s3.bucket": "",
    "access_logs.s3.prefix": "",
    "client_keep_alive.seconds": "3600",
    "connection_logs.s3.enabled": "false",
    "connection_logs.s3.bucket": "",
    "connection_logs.s3.prefix": "",
    "deletion_protection.enabled": "false",
    "health_check_logs.s3.enabled": "false",
    "health_check_logs.s3.bucket": "",
    "health_check_logs.s3.prefix": "",
    "idle_timeout.timeout_seconds": "60",
    "ipv6.deny_all_igw_traffic": "false",
    "load_balancing.cross_zone.enabled": "true",
    "routing.http.desync_mitigation_mode": "defensive",
    "routing.http.drop_invalid_header_fields.enabled": "false",
    "routing.http.preserve_host_header.enabled": "false",
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
    "routing.http.x_amzn_tls_kx.enabled": "false",
    "routing.http.xff_client_port.enabled": "false",
    "routing.http.xff_header_processing.mode": "append",
    "routing.http2.enabled": "true",
    "waf.fail_open.enabled": "false",
    "zonal_shift.config.enabled": "false",
  });
});

test.each<[string, string, object]>([
  ["idle_timeout.timeout_seconds", "5", { idleTimeout: 5 }],
  ["routing.http2.enabled", "false", { http2: false }],
  ["routing.http.drop_invalid_header_fields.enabled", "true", { dropInvalidHeaderFields: true }],
  ["routing.http.xff_header_processing.mode", "remove", { xffHeaderProcessingMode: "remove" }],
  ["routing.http.xff_client_port.enabled", "true", { xffClientPort: true }],
  ["routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "true", { tlsHeaders: true }],
  ["kecs.catch_all", "true", { catchAll: true }],
  ["kecs.host_header", "aws", { hostHeader: "aws" }],
  ["kecs.simulate_source_ip", "true", { simulateSourceIp: true }],
  [
    "kecs.hostnames",
    "a.test,*.b.test",
    { hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com", "a.test", "*.b.test"] },
  ],
])("%s is in the record", (key, value, attributes) => {
  const instance = shop();
  const { Attributes } = instance.ask("ModifyLoadBalancerAttributes", modify(key, value));
  expect(Attributes).toContainEqual({ Key: key, Value: value });
  expect(instance.objects[0]?.attributes).toMatchObject({ name: "shop", ...attributes });
  const described = instance.ask("DescribeLoadBalancerAttributes", { LoadBalancerArn: SHOP });
  expect(described.Attributes).toEqual(Attributes);
});

test("what has no effect here is kept, and kept beside later changes", () => {
  const instance = shop();
  instance.ask("ModifyLoadBalancerAttributes", modify("client_keep_alive.seconds", "70"));
  instance.ask("ModifyLoadBalancerAttributes", modify("waf.fail_open.enabled", "true"));
  expect(instance.objects[0]?.echo).toEqual({
    Attributes: { "client_keep_alive.seconds": "70", "waf.fail_open.enabled": "true" },
  });
});

test.each<[string, string, string]>([
  ["a.b", "1", "ValidationError: Load balancer attribute key 'a.b' is not recognized"],
  [
    "dns_record.client_routing_policy",
    "x",
    "InvalidConfigurationRequest: Load balancer attribute key 'dns_record.client_routing_policy' is not supported on load balancers with type 'application'",
  ],
  [
    "routing.http2.enabled",
    "yes",
    "ValidationError: Load balancer attribute key 'routing.http2.enabled' value 'yes' must be one of [true, false]",
  ],
  [
    "idle_timeout.timeout_seconds",
    "1e1",
    "ValidationError: Load balancer attribute key 'idle_timeout.timeout_seconds' value '1e1' must be a whole number",
  ],
  [
    "idle_timeout.timeout_seconds",
    "4001",
    'ValidationError: idle_timeout.timeout_seconds: "4001" is not a whole number from 1 to 4000 seconds; choose 1 to 4000 seconds (KECS1011)',
  ],
  [
    "routing.http.desync_mitigation_mode",
    "x",
    'ValidationError: routing.http.desync_mitigation_mode: "x" is not one of the values that are allowed; use monitor, defensive, strictest (KECS1008)',
  ],
  [
    "kecs.host_header",
    "x",
    'ValidationError: kecs.host_header: "x" is not one of the values that are allowed; use local, aws (KECS1008)',
  ],
  [
    "kecs.hostnames",
    "a.test,http://b.test",
    'InvalidConfigurationRequest: kecs.hostnames: "http://b.test" is not a host name: letters, digits, hyphens and dots, with * and ? as wildcards; write it as "api.example.test" or "*.example.test", without scheme, port or path (KECS1012)',
  ],
  [
    "access_logs.s3.enabled",
    "true",
    "InvalidConfigurationRequest: The value of 'access_logs.s3.bucket' cannot be empty where 'access_logs.s3.enabled' is true",
  ],
])("rejects %s %s", (key, value, message) => {
  expect(shop().refusal("ModifyLoadBalancerAttributes", modify(key, value))).toBe(message);
});

test("rejects an attribute twice", () => {
  const Attributes = ["1", "2"].map((Value) => ({ Key: "idle_timeout.timeout_seconds", Value }));
  expect(
    shop().refusal("ModifyLoadBalancerAttributes", { LoadBalancerArn: SHOP, Attributes }),
  ).toMatch(/specified more than once$/);
});

const keysOf = (of: ReturnType<typeof shop>, arn = SHOP): (string | undefined)[] =>
  (of.ask("DescribeLoadBalancerAttributes", { LoadBalancerArn: arn }).Attributes ?? [])
    .map(({ Key }) => Key)
    .filter((key) => key?.startsWith("kecs.") === true);

test("what AWS has not is shown for as long as it is not the default", () => {
  const instance = shop();
  const { Attributes } = instance.ask(
    "ModifyLoadBalancerAttributes",
    modify("kecs.hostnames", " A.test, b.test ,"),
  );
  expect(Attributes).toContainEqual({ Key: "kecs.hostnames", Value: "a.test,b.test" });
  expect(keysOf(instance)).toEqual(["kecs.hostnames"]);
  instance.ask("ModifyLoadBalancerAttributes", modify("kecs.hostnames", ""));
  expect(keysOf(instance)).toEqual([]);
  expect(instance.objects[0]).toMatchObject({
    attributes: { hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com"] },
    echo: {},
  });
});

/** The load balancer `shop` beside another one, which has a host name, another by a rule, and all others. */
function besideOther() {
  const instance = shop();
  const made = instance.ask("CreateLoadBalancer", { Name: "other" }).LoadBalancers?.[0];
  const LoadBalancerArn = made?.LoadBalancerArn;
  const Attributes = [
    { Key: "kecs.hostnames", Value: "taken.test" },
    { Key: "kecs.catch_all", Value: "true" },
  ];
  instance.ask("ModifyLoadBalancerAttributes", { LoadBalancerArn, Attributes });
  const on80 = { Protocol: "HTTP" as const, Port: 80, DefaultActions: [NOT_FOUND] };
  const { Listeners } = instance.ask("CreateListener", { LoadBalancerArn, ...on80 });
  instance.ask("CreateRule", hostRule(Listeners?.[0]?.ListenerArn, "ruled.test"));
  return instance;
}

const hostRule = (ListenerArn: string | undefined, host: string) => ({
  ListenerArn,
  Priority: 1,
  Conditions: [{ Field: "host-header", Values: [host] }],
  Actions: [NOT_FOUND],
});

test.each([
  [
    "kecs.hostnames",
    "taken.test",
    /^Inv.*: kecs.hostnames: host name "taken.test" belongs to load balancer 'other'/,
  ],
  [
    "kecs.hostnames",
    "RULED.test",
    /^Inv.*: kecs.hostnames: host name "ruled.test" belongs to load balancer 'other'/,
  ],
  [
    "kecs.catch_all",
    "true",
    /: kecs.catch_all: requests for unknown hosts already go to load balancer 'other'/,
  ],
])("rejects %s %s, which another load balancer has", (key, value, message) => {
  expect(besideOther().refusal("ModifyLoadBalancerAttributes", modify(key, value))).toMatch(
    message,
  );
});

test("a load balancer keeps what it has, and takes the hosts of its own rules", () => {
  const instance = besideOther();
  instance.ask("CreateRule", hostRule(SHOP_80, "own.test"));
  instance.ask("ModifyLoadBalancerAttributes", modify("kecs.hostnames", "own.test"));
  instance.ask("ModifyLoadBalancerAttributes", modify("kecs.hostnames", "own.test,more.test"));
  expect(keysOf(instance)).toEqual(["kecs.hostnames"]);
});

test("rejects a Host header that is both kept and changed", () => {
  const Attributes = [
    { Key: "routing.http.preserve_host_header.enabled", Value: "true" },
    { Key: "kecs.host_header", Value: "aws" },
  ];
  expect(
    shop().refusal("ModifyLoadBalancerAttributes", { LoadBalancerArn: SHOP, Attributes }),
  ).toMatch(/^ValidationError: kecs.host_header: .*\(KECS1015\)$/);
});

test("rejects to take away a wildcard that a rule of a listener with a policy names", () => {
  const instance = shop().addCertificate();
  instance.ask("ModifyLoadBalancerAttributes", modify("kecs.hostnames", "*.a.test"));
  instance.ask("CreateListener", { ...SECURE, SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" });
  instance.ask("CreateRule", hostRule(SHOP_443, "*.a.test"));
  expect(instance.refusal("ModifyLoadBalancerAttributes", modify("kecs.hostnames", ""))).toMatch(
    /"\*.a.test" reaches no listener with an ssl policy/,
  );
});

test("rejects them for a load balancer of a Pulumi program", () => {
  expect(
    shop().asPulumis().refusal("ModifyLoadBalancerAttributes", modify("kecs.catch_all", "true")),
  ).toMatch(/^OperationNotPermitted: .* belongs to the Pulumi stack shop\/dev/);
});
