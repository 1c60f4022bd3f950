import type { CreateListenerCommandInput } from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  listenerArn,
  loadBalancerArn,
  targetGroupArn,
  trustStoreArn,
} from "../../../../../core/arn";
import {
  CERTIFICATE,
  elsewhere,
  NOT_FOUND,
  ON_9000,
  SECURE,
  SHOP,
  shop,
  SHOP_443,
  SHOP_80,
  WEB,
} from "../../../../helpers/api/loadBalancing";
import { serviceOf } from "../../../../helpers/api/ecsObjects";
import { CONNECTION } from "../../../../helpers/samples";

test("a plain forward is described in both of its forms", () => {
  const instance = shop();
  const expected = [
    {
      ListenerArn: SHOP_80,
      LoadBalancerArn: SHOP,
      Port: 80,
      Protocol: "HTTP",
      DefaultActions: [
        {
          Type: "forward",
          TargetGroupArn: WEB,
          ForwardConfig: {
            TargetGroups: [{ TargetGroupArn: WEB, Weight: 1 }],
            TargetGroupStickinessConfig: { Enabled: false },
          },
        },
      ],
    },
  ];
  expect(instance.ask("DescribeListeners", { LoadBalancerArn: SHOP }).Listeners).toEqual(expected);
  expect(
    instance.ask("DescribeListeners", { ListenerArns: [elsewhere(SHOP_80)] }).Listeners,
  ).toEqual(expected);
  expect(instance.objects.find(({ kind }) => kind === "listener")).toMatchObject({
    key: "listener-shop-80",
    arn: SHOP_80,
    attributes: {
      loadBalancerArn: SHOP,
      port: 80,
      protocol: "HTTP",
      localPort: 8080,
      defaultActions: [{ type: "forward", targetGroupArn: WEB }],
      tags: {},
    },
  });
});

test("what an HTTPS listener leaves out is as on AWS, and its record has its TLS objects", () => {
  const instance = shop().addCertificate();
  const { Listeners } = instance.ask("CreateListener", {
    ...SECURE,
    Certificates: [{ CertificateArn: elsewhere(CERTIFICATE) }],
  });
  expect(Listeners).toEqual([
    {
      ListenerArn: SHOP_443,
      LoadBalancerArn: SHOP,
      Port: 443,
      Protocol: "HTTPS",
      Certificates: [{ CertificateArn: CERTIFICATE }],
      SslPolicy: "ELBSecurityPolicy-2016-08",
      MutualAuthentication: { Mode: "off" },
      DefaultActions: [NOT_FOUND],
    },
  ]);
  const attributes = () => instance.objects.at(-1)?.attributes;
  expect(attributes()).toMatchObject({ tls: { issuesCertificate: false, hasOption: false } });
  instance.ask("ModifyListener", { ListenerArn: SHOP_443, AlpnPolicy: ["HTTP1Only"] });
  expect(attributes()).toMatchObject({
    alpnPolicy: "HTTP1Only",
    tls: { issuesCertificate: false, hasOption: true },
  });
});

test("mutual authentication is described as it was given", () => {
  const arn = trustStoreArn(CONNECTION, "staff");
  const instance = shop().addCertificate().add({ kind: "ts", key: "ts-staff", arn });
  const mutual = { Mode: "verify", TrustStoreArn: arn, AdvertiseTrustStoreCaNames: "on" } as const;
  const made = instance.ask("CreateListener", { ...SECURE, MutualAuthentication: mutual });
  expect(made.Listeners?.[0]?.MutualAuthentication).toEqual(mutual);
});

test("the same listener again is the present one", () => {
  const instance = shop();
  const [before] = instance.ask("DescribeListeners", { ListenerArns: [SHOP_80] }).Listeners ?? [];
  const again = instance.ask("CreateListener", {
    LoadBalancerArn: elsewhere(SHOP),
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: before?.DefaultActions,
  });
  expect(again.Listeners).toEqual([before]);
});

test.each<[string, Partial<CreateListenerCommandInput>, string | RegExp]>([
  [
    "a load balancer that there is not",
    { LoadBalancerArn: loadBalancerArn(CONNECTION, "none") },
    /^LoadBalancerNotFound: Load balancer '.*none.*' not found$/,
  ],
  [
    "other settings on the port of another one",
    { Port: 80 },
    `DuplicateListener: A listener already exists on this port for this load balancer '${SHOP}'`,
  ],
  ["no port", { Port: undefined }, "ValidationError: A listener port must be specified"],
  [
    "no protocol",
    { Protocol: undefined },
    "ValidationError: A listener protocol must be specified",
  ],
  ["a protocol of others", { Protocol: "TCP" }, /^UnsupportedProtocol: Protocol: "TCP"/],
  [
    "HTTPS without a certificate",
    { Protocol: "HTTPS", Port: 443 },
    /^ValidationError: A certificate must be specified for HTTPS listeners;/,
  ],
  [
    "a certificate that is not on this machine",
    { ...SECURE, Certificates: [{ CertificateArn: CERTIFICATE.replace(/.$/, "x") }] },
    /^CertificateNotFound/,
  ],
  [
    "two certificates",
    { ...SECURE, Certificates: [{ CertificateArn: CERTIFICATE }, {}] },
    "ValidationError: You must provide a list containing exactly one certificate",
  ],
  [
    "a certificate for HTTP",
    { Certificates: [{ CertificateArn: CERTIFICATE }] },
    /^ValidationError: Certificates\[0\].CertificateArn: certificateArn is for HTTPS listeners/,
  ],
  [
    "an unknown policy",
    { ...SECURE, SslPolicy: "x" },
    /^SSLPolicyNotFound: SslPolicy: "x" is not a security policy/,
  ],
  [
    "a policy for HTTP",
    { SslPolicy: "ELBSecurityPolicy-2016-08" },
    /^ValidationError: SslPolicy: sslPolicy is for HTTPS listeners/,
  ],
  [
    "a certificate whose ARN is none",
    { ...SECURE, Certificates: [{ CertificateArn: "x" }] },
    /^CertificateNotFound: Certificates\[0\].CertificateArn: "x" is not the ARN of a certificate/,
  ],
  [
    "verification without a trust store",
    { ...SECURE, MutualAuthentication: { Mode: "verify" } },
    /^ValidationError: MutualAuthentication.TrustStoreArn: mode verify needs a trust store/,
  ],
  [
    "stickiness without a duration",
    {
      DefaultActions: [
        {
          Type: "forward",
          ForwardConfig: {
            TargetGroups: [{ TargetGroupArn: WEB }],
            TargetGroupStickinessConfig: { Enabled: true },
          },
        },
      ],
    },
    /^ValidationError: DefaultActions\[0\].ForwardConfig.TargetGroupStickinessConfig.DurationSeconds/,
  ],
  ["an unknown ALPN policy", { ...SECURE, AlpnPolicy: ["x"] }, /^ALPNPolicyNotFound/],
  [
    "a trust store that there is not",
    {
      ...SECURE,
      MutualAuthentication: {
        Mode: "verify",
        TrustStoreArn: trustStoreArn(CONNECTION, "none"),
      },
    },
    /^TrustStoreNotFound: Trust store/,
  ],
  [
    "a local port that another listener has",
    { Port: 9010 },
    /^InvalidConfigurationRequest: Port: port "9010" would answer on local port 9000, .*; choose a port/,
  ],
  [
    "a target group that there is not",
    {
      DefaultActions: [{ Type: "forward", TargetGroupArn: targetGroupArn(CONNECTION, "none") }],
    },
    "TargetGroupNotFound: One or more target groups not found",
  ],
  [
    "authentication",
    { ...SECURE, DefaultActions: [{ Type: "authenticate-oidc", Order: 1 }, NOT_FOUND] },
    /^InvalidConfigurationRequest: DefaultActions\[0\].Type: "authenticate-oidc" needs a local issuer/,
  ],
  ["no action", { DefaultActions: [] }, /^ValidationError: DefaultActions: exactly one of forward/],
  [
    "a status that no fixed response has",
    { DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: { StatusCode: "301" } }] },
    /^InvalidLoadBalancerAction: DefaultActions\[0\].FixedResponseConfig.StatusCode: "301"/,
  ],
])("rejects %s", (_, more, message) => {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", ON_9000);
  const input = { ...ON_9000, Port: 9001, ...more };
  const refusal = instance.refusal("CreateListener", input);
  if (typeof message === "string") expect(refusal).toBe(message);
  else expect(refusal).toMatch(message);
});

test("rejects a port outside of the instance's plan, and names the settings", () => {
  const instance = shop();
  const narrow = { ...CONNECTION, rangeStart: 0, rangeEnd: 0 };
  Object.defineProperty(instance, "world", {
    value: { ...instance.world, connection: narrow, objects: instance.objects },
  });
  expect(instance.refusal("CreateListener", ON_9000)).toMatch(
    /^InvalidConfigurationRequest: Port: listener port "9000" has no local port.*KECS_ALB_PORT_RANGE_START.*KECS1005/,
  );
});

test("rejects more listeners than AWS allows", () => {
  const instance = shop();
  const [listener] = instance.objects.filter(({ kind }) => kind === "listener");
  for (let port = 1; port < 50; port += 1) {
    instance.add({
      kind: "listener",
      key: `listener-shop-${port}`,
      arn: listenerArn(CONNECTION, "shop", port),
      attributes: { ...listener?.attributes, port, localPort: 10_000 + port },
    });
  }
  expect(instance.refusal("CreateListener", ON_9000)).toMatch(
    /^TooManyListeners: .*"51" listeners/,
  );
});

test("a target group has one load balancer", () => {
  const instance = shop();
  const other = loadBalancerArn(CONNECTION, "blog");
  instance.ask("CreateLoadBalancer", { Name: "blog" });
  expect(
    instance.refusal("CreateListener", {
      ...ON_9000,
      LoadBalancerArn: other,
      DefaultActions: [{ Type: "forward", TargetGroupArn: WEB }],
    }),
  ).toBe(
    `TargetGroupAssociationLimit: The following target groups cannot be associated with more than one load balancer: ${WEB}`,
  );
});

test("a deleted listener takes its rules and certificates along", () => {
  const instance = shop();
  instance.ask("CreateRule", {
    ListenerArn: SHOP_80,
    Priority: 1,
    Conditions: [{ Field: "path-pattern", Values: ["/a"] }],
    Actions: [NOT_FOUND],
  });
  instance.ask("DeleteListener", { ListenerArn: SHOP_80 });
  expect(instance.objects.map(({ kind }) => kind)).toEqual(["lb", "tg"]);
  expect(instance.refusal("DeleteListener", { ListenerArn: SHOP_80 })).toBe(
    "ListenerNotFound: One or more listeners not found",
  );
});

test.each<[object, string]>([
  [{}, "ValidationError: You must specify either listener ARNs or a load balancer ARN"],
  [
    { LoadBalancerArn: SHOP, ListenerArns: [SHOP_80] },
    "ValidationError: Listener ARNs and a load balancer ARN cannot be specified at the same time",
  ],
  [{ ListenerArns: [SHOP_443] }, "ListenerNotFound: One or more listeners not found"],
])("descriptions reject %j", (input, message) => {
  expect(shop().refusal("DescribeListeners", input)).toBe(message);
});

test("attributes of a listener are AWS's defaults, which alone are taken", () => {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", SECURE);
  const count = (ListenerArn: string) =>
    instance.ask("DescribeListenerAttributes", { ListenerArn }).Attributes?.length;
  expect([count(SHOP_80), count(SHOP_443)]).toEqual([11, 19]);
  const modify = (Key: string, Value: string) => ({
    ListenerArn: SHOP_443,
    Attributes: [{ Key, Value }],
  });
  const server = "routing.http.response.server.enabled";
  expect(
    instance.ask("ModifyListenerAttributes", modify(server, "true")).Attributes,
  ).toContainEqual({ Key: server, Value: "true" });
  expect(instance.refusal("ModifyListenerAttributes", modify(server, "false"))).toMatch(
    /^InvalidConfigurationRequest: Listener attribute 'routing.http.response.server.enabled': KECS does not/,
  );
  expect(instance.refusal("ModifyListenerAttributes", modify("x", ""))).toBe(
    "ValidationError: Listener attribute key 'x' is not recognized",
  );
  expect(
    instance.refusal("ModifyListenerAttributes", modify("tcp.idle_timeout.seconds", "350")),
  ).toMatch(/^InvalidConfigurationRequest: .* is not supported on/);
});

test("a listener whose local port leads to a service is refused by name", () => {
  const instance = shop();
  const service = serviceOf({ cluster: "main", name: "db" });
  const endpoints = [{ localPort: 9004, containerName: "db", containerPort: 5432 }];
  instance.objects = [
    ...instance.objects,
    { ...service, attributes: { ...service.attributes, endpoints } },
  ];
  expect(
    instance.refusal("CreateListener", {
      LoadBalancerArn: SHOP,
      Protocol: "HTTP",
      Port: 9004,
      DefaultActions: [{ Type: "forward", TargetGroupArn: WEB }],
    }),
  ).toContain('which belongs to service "db" of stack shop/dev');
});
