import { throwIfRefused } from "../../world/awsError";
import type { Code, Issue } from "../../../core/validate";
import { awsPath } from "./awsPath";

/** How errors of core's checks call an input. */
export const INPUT = "input";

/** AWS's codes by those of KECS; what is in neither this table nor the next is a ValidationError. */
const CODES: Readonly<Partial<Record<Code, string>>> = {
  KECS1005: "InvalidConfigurationRequest",
  KECS1006: "InvalidConfigurationRequest",
  KECS1007: "DuplicateListener",
  KECS1010: "TargetGroupNotFound",
  KECS1012: "InvalidConfigurationRequest",
  KECS1013: "InvalidConfigurationRequest",
  KECS1017: "PriorityInUse",
  KECS1020: "InvalidLoadBalancerAction",
  KECS1021: "CertificateNotFound",
  KECS1022: "InvalidTarget",
};
/** The same of fields whose values name something that AWS has a code for. */
const CODES_OF_FIELDS: readonly (readonly [Code, RegExp, string])[] = [
  ["KECS1008", /\.sslPolicy$/, "SSLPolicyNotFound"],
  ["KECS1008", /\.alpnPolicy$/, "ALPNPolicyNotFound"],
  ["KECS1008", /^input\.protocol$/, "UnsupportedProtocol"],
  ["KECS1010", /\.certificateArn$/, "CertificateNotFound"],
  ["KECS1010", /\.trustStoreArn$/, "TrustStoreNotFound"],
];
/** What a caller of this API can do, where components have an argument that it has not. */
const HINTS: Readonly<Partial<Record<Code, string>>> = {
  KECS1006: "choose a port that takes another local port, or give the instance a wider range",
};

/**
 * Throws the errors that core's checks found in an input, in the words of AWS's fields.
 *
 * @param codes AWS's codes by those of KECS that mean something else in this operation
 */
export function refuse(
  issues: readonly Issue[],
  codes: Readonly<Partial<Record<Code, string>>> = {},
): void {
  const [first, ...more] = issues.filter(({ severity }) => severity === "error");
  if (first === undefined) return;
  const ofField = CODES_OF_FIELDS.find(
    ([code, form]) => code === first.code && form.test(first.path),
  );
  const code = ofField?.[2] ?? codes[first.code] ?? CODES[first.code] ?? "ValidationError";
  throwIfRefused([first, ...more].map(inAwsWords), code);
}

function inAwsWords(issue: Issue): Issue {
  const hint = HINTS[issue.code] ?? issue.hint;
  return { ...issue, path: awsPath(issue.path), ...(hint === undefined ? {} : { hint }) };
}
