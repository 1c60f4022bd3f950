import type {
  DescribeSSLPoliciesCommandInput,
  DescribeSSLPoliciesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { SSL_POLICIES, tlsVersionsOf } from "../../../core/lb/listener/sslPolicies";
import { pageOf } from "./page";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeSSLPolicies.html */
export const describeSSLPolicies: Operation<
  DescribeSSLPoliciesCommandInput,
  DescribeSSLPoliciesOutput
> = (input) => {
  const { Names: names = [] } = input;
  const unknown = names.find((name) => !SSL_POLICIES.includes(name));
  if (unknown !== undefined) {
    throw new AwsError("SSLPolicyNotFound", `SSL policy '${unknown}' not found`);
  }
  const wanted = names.length === 0 ? SSL_POLICIES : names;
  const { items, next } = pageOf([...wanted].sort(), input, (name) => name);
  const SslPolicies = items.map((Name) => ({
    Name,
    SslProtocols: protocolsOf(Name),
    Ciphers: [],
    SupportedLoadBalancerTypes: ["application"],
  }));
  return { output: { SslPolicies, ...next } };
};

const VERSIONS = ["1.0", "1.1", "1.2", "1.3"] as const;

function protocolsOf(policy: string): string[] {
  const { minimum, maximum } = tlsVersionsOf(policy) ?? { minimum: "1.2", maximum: "1.3" };
  return VERSIONS.slice(VERSIONS.indexOf(minimum), VERSIONS.indexOf(maximum) + 1).map((version) =>
    version === "1.0" ? "TLSv1" : `TLSv${version}`,
  );
}
