import { problem, type Issue } from "../../validate";
import { ALPN_POLICIES } from "./tls/alpn";
import { closest } from "../../text/closest";
import { SSL_POLICIES, tlsVersionsOf } from "./sslPolicies";
import type { ListenerValues, MutualAuthenticationValues } from "./values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_MutualAuthenticationAttributes.html */
const MODES = ["off", "passthrough", "verify"];
const TRUST_STORE = /^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:truststore\/[^/]+\/[0-9a-f]{16}$/;
/** A certificate of ACM, or one that was uploaded to IAM. */
const CERTIFICATE =
  /^arn:[^:]+:(acm:[^:]*:[^:]*:certificate\/[^/]+|iam::[^:]*:server-certificate\/.+)$/;
const HTTPS_ONLY = ["certificateArn", "sslPolicy", "alpnPolicy", "mutualAuthentication"] as const;

/** Every problem of what a listener says of TLS. */
export function validateTls(
  values: ListenerValues,
  protocol: "HTTP" | "HTTPS",
  path: string,
): Issue[] {
  if (protocol === "HTTP") {
    return HTTPS_ONLY.filter((field) => values[field] !== undefined).map((field) =>
      problem(
        "KECS1015",
        `${path}.${field}`,
        `${field} is for HTTPS listeners, and this one speaks HTTP`,
        'write protocol: "HTTPS", or leave it out',
      ),
    );
  }
  return [
    ...validateCertificate(values.certificateArn, `${path}.certificateArn`),
    ...validatePolicy(values.sslPolicy, `${path}.sslPolicy`),
    ...validateAlpn(values.alpnPolicy, `${path}.alpnPolicy`),
    ...validateMutual(values.mutualAuthentication, `${path}.mutualAuthentication`),
  ];
}

function validateCertificate(arn: string | undefined, path: string): Issue[] {
  if (arn === undefined || CERTIFICATE.test(arn)) return [];
  return [
    problem(
      "KECS1010",
      path,
      `"${arn}" is not the ARN of a certificate of ACM or IAM`,
      "pass the certificate's arn output",
    ),
  ];
}

function validatePolicy(policy: string | undefined, path: string): Issue[] {
  if (policy === undefined || tlsVersionsOf(policy) !== undefined) return [];
  const near = closest(policy, SSL_POLICIES, 6);
  return [
    problem(
      "KECS1008",
      path,
      `"${policy}" is not a security policy of AWS for Application Load Balancers`,
      `use ${near ?? "ELBSecurityPolicy-TLS13-1-2-2021-06"}`,
    ),
  ];
}

function validateAlpn(policy: string | undefined, path: string): Issue[] {
  if (policy === undefined || ALPN_POLICIES.includes(policy)) return [];
  return [
    problem(
      "KECS1008",
      path,
      `"${policy}" is not an ALPN policy`,
      `use ${ALPN_POLICIES.join(", ")}`,
    ),
  ];
}

function validateMutual(mutual: MutualAuthenticationValues | undefined, path: string): Issue[] {
  if (mutual === undefined) return [];
  const { mode, trustStoreArn, advertiseTrustStoreCaNames: advertise } = mutual;
  if (!MODES.includes(mode)) {
    return [
      problem(
        "KECS1008",
        `${path}.mode`,
        `"${mode}" is not a mode of mutual TLS`,
        `use ${MODES.join(", ")}`,
      ),
    ];
  }
  const issues =
    mode === "verify" ? validateTrustStore(trustStoreArn, path) : strangers(mutual, path);
  if (advertise !== undefined && !["on", "off"].includes(advertise)) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.advertiseTrustStoreCaNames`,
        `"${advertise}" is neither on nor off`,
        "use on or off",
      ),
    );
  }
  return issues;
}

function validateTrustStore(arn: string | undefined, path: string): Issue[] {
  if (arn !== undefined && TRUST_STORE.test(arn)) return [];
  return [
    problem(
      arn === undefined ? "KECS1009" : "KECS1010",
      `${path}.trustStoreArn`,
      arn === undefined
        ? "mode verify needs a trust store"
        : `"${arn}" is not the ARN of a trust store`,
      "pass the trust store's ARN",
    ),
  ];
}

/** What belongs to mode `verify` alone. */
function strangers(mutual: MutualAuthenticationValues, path: string): Issue[] {
  const { trustStoreArn, ignoreClientCertificateExpiry, advertiseTrustStoreCaNames } = mutual;
  const given = {
    trustStoreArn: trustStoreArn !== undefined,
    ignoreClientCertificateExpiry: ignoreClientCertificateExpiry === true,
    advertiseTrustStoreCaNames: advertiseTrustStoreCaNames === "on",
  };
  return Object.entries(given)
    .filter(([, present]) => present)
    .map(([field]) =>
      problem(
        "KECS1015",
        `${path}.${field}`,
        `${field} is for mode verify, and the mode is "${mutual.mode}"`,
        'write mode: "verify", or leave it out',
      ),
    );
}
