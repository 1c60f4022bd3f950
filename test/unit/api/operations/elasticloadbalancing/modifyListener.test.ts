import { targetGroupArn } from "../../../../../core/arn";
import {
  CERTIFICATE,
  NOT_FOUND,
  ON_9000,
  SECURE,
  SHOP,
  shop,
  SHOP_443,
  SHOP_80,
  WEB_GROUP,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

test("a change leaves alone what it does not name", () => {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", { ...SECURE, Tags: [{ Key: "a", Value: "b" }] });
  const { Listeners } = instance.ask("ModifyListener", {
    ListenerArn: SHOP_443,
    SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
  });
  expect(Listeners).toMatchObject([
    {
      ListenerArn: SHOP_443,
      Certificates: [{ CertificateArn: CERTIFICATE }],
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      DefaultActions: [NOT_FOUND],
    },
  ]);
  expect(instance.ask("DescribeListeners", { ListenerArns: [SHOP_443] }).Listeners).toEqual(
    Listeners,
  );
  expect(instance.objects.at(-1)?.attributes["tags"]).toEqual({ a: "b" });
});

test("a listener that becomes one of HTTP loses what it had of TLS", () => {
  const instance = shop().addCertificate();
  const second = CERTIFICATE.replace(/.$/, "0");
  instance.addCertificate(second).ask("CreateListener", SECURE);
  instance.ask("AddListenerCertificates", {
    ListenerArn: SHOP_443,
    Certificates: [{ CertificateArn: second }],
  });
  const { Listeners } = instance.ask("ModifyListener", { ListenerArn: SHOP_443, Protocol: "HTTP" });
  expect(Listeners).toEqual([
    {
      ListenerArn: SHOP_443,
      LoadBalancerArn: SHOP,
      Port: 443,
      Protocol: "HTTP",
      DefaultActions: [NOT_FOUND],
    },
  ]);
  expect(instance.objects.filter(({ kind }) => kind === "lc")).toEqual([]);
});

test.each<[string, object, RegExp]>([
  [
    "a port that is in use",
    { Port: 9000 },
    /^ValidationError: Listener port '9000' is already in use$/,
  ],
  [
    "another port, which its ARN would not tell",
    { Port: 9001 },
    /^InvalidConfigurationRequest: Port: "9001": KECS cannot change the port of a listener/,
  ],
  ["HTTPS without a certificate", { Protocol: "HTTPS" }, /^ValidationError: A certificate must be/],
])("a change rejects %s", (_, more, message) => {
  const instance = shop();
  instance.ask("CreateListener", ON_9000);
  expect(instance.refusal("ModifyListener", { ListenerArn: SHOP_80, ...more })).toMatch(message);
});

test("a change rejects what would make a rule wrong", () => {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", SECURE);
  instance.ask("CreateTargetGroup", { ...WEB_GROUP, Name: "rpc", ProtocolVersion: "GRPC" });
  const rule = (Priority: number, host: string, action: object) =>
    instance.ask("CreateRule", {
      ListenerArn: SHOP_443,
      Priority,
      Conditions: [{ Field: "host-header", Values: [host] }],
      Actions: [action as typeof NOT_FOUND],
    });
  const rpc = targetGroupArn(CONNECTION, "rpc");
  rule(1, "a.test", { Type: "forward", TargetGroupArn: rpc });
  expect(instance.refusal("ModifyListener", { ListenerArn: SHOP_443, Protocol: "HTTP" })).toMatch(
    /^InvalidLoadBalancerAction: .*target group "rpc" speaks GRPC/,
  );
  rule(2, "*.a.test", NOT_FOUND);
  const AlpnPolicy = ["HTTP1Only"];
  expect(instance.refusal("ModifyListener", { ListenerArn: SHOP_443, AlpnPolicy })).toMatch(
    /^InvalidConfigurationRequest: .*"\*.a.test" reaches no listener with an ssl policy/,
  );
  const Attributes = [{ Key: "routing.http2.enabled", Value: "false" }];
  expect(
    instance.refusal("ModifyLoadBalancerAttributes", { LoadBalancerArn: SHOP, Attributes }),
  ).toMatch(/"\*.a.test" reaches no listener/);
});

test("HTTP/2 that is switched off gives the HTTPS listeners a TLS option", () => {
  const instance = shop().addCertificate();
  instance.ask("CreateListener", SECURE);
  const set = (Value: string) =>
    instance.ask("ModifyLoadBalancerAttributes", {
      LoadBalancerArn: SHOP,
      Attributes: [{ Key: "routing.http2.enabled", Value }],
    });
  const tls = () =>
    instance.objects.find(({ arn }) => arn === SHOP_443)?.attributes["tls"] as object;
  set("false");
  expect(tls()).toEqual({ issuesCertificate: false, hasOption: true });
  set("true");
  expect(tls()).toEqual({ issuesCertificate: false, hasOption: false });
});
