import type {
  Action,
  CreateListenerCommandInput,
  CreateTargetGroupCommandInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import fc from "fast-check";
import { trustStoreArn } from "../../../../../core/arn";
import { SSL_POLICIES } from "../../../../../core/lb/listener/sslPolicies";
import { CERTIFICATE, SHOP, shop, WEB } from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

/* What is described can be given again: it is the same, and nothing changes. */

const ok = fc.constantFrom("200", "200-299", "200,302");
const seconds = (min: number, max: number) => fc.integer({ min, max });

const anyTargetGroup: fc.Arbitrary<CreateTargetGroupCommandInput> = fc
  .record(
    {
      Protocol: fc.constantFrom("HTTP" as const, "HTTPS" as const),
      Port: seconds(1, 65535),
      ProtocolVersion: fc.constantFrom("HTTP1", "HTTP2", "GRPC"),
      VpcId: fc.constant("vpc-1"),
      HealthCheckProtocol: fc.constantFrom("HTTP" as const, "HTTPS" as const),
      HealthCheckPort: fc.constantFrom("traffic-port", "8080"),
      HealthCheckPath: fc.constantFrom("/", "/ok"),
      HealthCheckIntervalSeconds: seconds(20, 300),
      HealthCheckTimeoutSeconds: seconds(2, 19),
      HealthyThresholdCount: seconds(2, 10),
      UnhealthyThresholdCount: seconds(2, 10),
      code: ok,
      TargetControlPort: seconds(1, 65535),
    },
    { requiredKeys: ["Protocol", "Port"] },
  )
  .map(({ code, ...of }) => ({
    Name: "new",
    TargetType: "ip" as const,
    ...of,
    ...(code === undefined || of.ProtocolVersion === "GRPC" ? {} : { Matcher: { HttpCode: code } }),
  }));

test("a target group", () => {
  fc.assert(
    fc.property(anyTargetGroup, (input) => {
      const instance = shop();
      const { TargetGroups } = instance.ask("CreateTargetGroup", input);
      const [described] = TargetGroups ?? [];
      const { Name, ...given } = input;
      expect(described).toMatchObject({ ...given, TargetGroupName: Name });
      const before = instance.objects;
      const again = { ...described, Name: "new" };
      expect(instance.ask("CreateTargetGroup", again).TargetGroups).toEqual(TargetGroups);
      const { TargetGroupArn } = again;
      instance.ask("ModifyTargetGroup", { ...described, TargetGroupArn });
      expect(instance.ask("DescribeTargetGroups", { Names: ["new"] }).TargetGroups).toEqual(
        TargetGroups,
      );
      expect(instance.objects).toHaveLength(before.length);
    }),
  );
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ Type: "forward", TargetGroupArn: WEB }),
  fc
    .record({ Enabled: fc.boolean(), DurationSeconds: seconds(1, 604_800) })
    .map((TargetGroupStickinessConfig): Action => ({
      Type: "forward",
      ForwardConfig: {
        TargetGroups: [{ TargetGroupArn: WEB, Weight: 3 }],
        TargetGroupStickinessConfig,
      },
    })),
  fc
    .record(
      { Host: fc.constant("a.test"), Path: fc.constant("/x"), Query: fc.constant("q") },
      { requiredKeys: ["Host"] },
    )
    .map((of): Action => ({
      Type: "redirect",
      Order: 1,
      RedirectConfig: { StatusCode: "HTTP_302", ...of },
    })),
  fc
    .record(
      { MessageBody: fc.string(), ContentType: fc.constant("text/html") },
      { requiredKeys: [] },
    )
    .map((of): Action => ({
      Type: "fixed-response",
      FixedResponseConfig: { StatusCode: "503", ...of },
    })),
);
const TRUST_STORE = trustStoreArn(CONNECTION, "staff");
const anyTls = fc.record(
  {
    SslPolicy: fc.constantFrom(...SSL_POLICIES),
    AlpnPolicy: fc.constantFrom("HTTP1Only", "HTTP2Preferred").map((name) => [name]),
    MutualAuthentication: fc.constantFrom(
      { Mode: "off" },
      { Mode: "passthrough" },
      { Mode: "verify", TrustStoreArn: TRUST_STORE, IgnoreClientCertificateExpiry: true },
    ),
  },
  { requiredKeys: [] },
);
const anyListener: fc.Arbitrary<CreateListenerCommandInput> = fc
  .record({ DefaultActions: fc.tuple(anyAction), tls: fc.option(anyTls, { nil: undefined }) })
  .map(({ DefaultActions, tls }) => ({
    LoadBalancerArn: SHOP,
    Port: 9000,
    DefaultActions,
    ...(tls === undefined
      ? { Protocol: "HTTP" as const }
      : {
          Protocol: "HTTPS" as const,
          Certificates: [{ CertificateArn: CERTIFICATE }],
          ...tls,
        }),
  }));

test("a listener", () => {
  fc.assert(
    fc.property(anyListener, (input) => {
      const instance = shop()
        .addCertificate()
        .add({ kind: "ts", key: "ts-staff", arn: TRUST_STORE });
      const { Listeners } = instance.ask("CreateListener", input);
      expect(Listeners).toMatchObject([input]);
      const [described] = Listeners ?? [];
      const before = instance.objects;
      const again = { ...input, ...described };
      expect(instance.ask("CreateListener", again).Listeners).toEqual(Listeners);
      expect(instance.objects).toEqual(before);
      instance.ask("ModifyListener", { ...again, ListenerArn: described?.ListenerArn });
      const { ListenerArn = "" } = described ?? {};
      expect(instance.ask("DescribeListeners", { ListenerArns: [ListenerArn] }).Listeners).toEqual(
        Listeners,
      );
    }),
  );
});
