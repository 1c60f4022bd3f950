import { SHOP, shop } from "../../../../helpers/api/loadBalancing";

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
