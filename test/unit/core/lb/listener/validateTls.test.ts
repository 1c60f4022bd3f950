import { validateTls } from "../../../../../core/lb/listener/validateTls";
import type { ListenerValues } from "../../../../../core/lb/listener/values";
import { brief, only } from "../../../../helpers/issues";

const TRUST_STORE =
  "arn:aws:elasticloadbalancing:us-east-1:000000000000:truststore/a/0123456789abcdef";
const base: ListenerValues = { loadBalancerArn: "", port: 443, defaultActions: [] };
const check = (values: Partial<ListenerValues>, protocol: "HTTP" | "HTTPS" = "HTTPS") =>
  brief(validateTls({ ...base, ...values }, protocol, "l"));
const mutual = (mode: string, more: object = {}) => ({ mutualAuthentication: { mode, ...more } });

test.each<[string, Partial<ListenerValues>]>([
  ["nothing", {}],
  ["a policy", { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }],
  [
    "a certificate of ACM",
    { certificateArn: "arn:aws:acm:us-east-1:000000000000:certificate/0123-4567" },
  ],
  [
    "a certificate of IAM",
    { certificateArn: "arn:aws:iam::000000000000:server-certificate/path/name" },
  ],
  ["no mutual TLS", mutual("off")],
  ["certificates that are passed on", mutual("passthrough")],
  ["certificates that are verified", mutual("verify", { trustStoreArn: TRUST_STORE })],
  [
    "names that are advertised",
    mutual("verify", { trustStoreArn: TRUST_STORE, advertiseTrustStoreCaNames: "on" }),
  ],
])("accepts %s over HTTPS", (_, values) => {
  expect(check(values)).toEqual([]);
});

test.each<[string, Partial<ListenerValues>, string[]]>([
  ["an unknown policy", { sslPolicy: "ELBSecurityPolicy-2017-08" }, ["KECS1008 l.sslPolicy"]],
  ["a target group as certificate", { certificateArn: "arn:aws:x" }, ["KECS1010 l.certificateArn"]],
  ["an unknown ALPN policy", { alpnPolicy: "h2" }, ["KECS1008 l.alpnPolicy"]],
  ["an unknown mode", mutual("on"), ["KECS1008 l.mutualAuthentication.mode"]],
  ["no trust store", mutual("verify"), ["KECS1009 l.mutualAuthentication.trustStoreArn"]],
  [
    "a trust store that is none",
    mutual("verify", { trustStoreArn: "t" }),
    ["KECS1010 l.mutualAuthentication.trustStoreArn"],
  ],
  [
    "what belongs to verify",
    mutual("passthrough", {
      trustStoreArn: TRUST_STORE,
      ignoreClientCertificateExpiry: true,
      advertiseTrustStoreCaNames: "on",
    }),
    [
      "KECS1015 l.mutualAuthentication.trustStoreArn",
      "KECS1015 l.mutualAuthentication.ignoreClientCertificateExpiry",
      "KECS1015 l.mutualAuthentication.advertiseTrustStoreCaNames",
    ],
  ],
  [
    "names that are half advertised",
    mutual("off", { advertiseTrustStoreCaNames: "yes" }),
    ["KECS1008 l.mutualAuthentication.advertiseTrustStoreCaNames"],
  ],
])("rejects %s over HTTPS", (_, values, expected) => {
  expect(check(values)).toEqual(expected);
});

test("rejects everything that HTTP has not, all at once", () => {
  const values = { certificateArn: "", sslPolicy: "", alpnPolicy: "", ...mutual("off") };
  expect(check(values, "HTTP")).toEqual([
    "KECS1015 l.certificateArn",
    "KECS1015 l.sslPolicy",
    "KECS1015 l.alpnPolicy",
    "KECS1015 l.mutualAuthentication",
  ]);
});

test("proposes the policy that was probably meant", () => {
  const sslPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-60";
  expect(only(validateTls({ ...base, sslPolicy }, "HTTPS", "l"))).toEqual({
    code: "KECS1008",
    path: "l.sslPolicy",
    message: `"${sslPolicy}" is not a security policy of AWS for Application Load Balancers`,
    hint: "use ELBSecurityPolicy-TLS13-1-2-2021-06",
    severity: "error",
  });
});

test("proposes a policy where nothing is near", () => {
  const [issue] = validateTls({ ...base, sslPolicy: "TLSv1" }, "HTTPS", "l");
  expect(issue?.hint).toBe("use ELBSecurityPolicy-TLS13-1-2-2021-06");
});

test.each(["HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None"])(
  "takes ALPN policy %s",
  (alpnPolicy) => {
    expect(validateTls({ ...base, alpnPolicy }, "HTTPS", "l")).toEqual([]);
  },
);
