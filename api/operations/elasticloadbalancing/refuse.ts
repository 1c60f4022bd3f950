import { throwIfRefused } from "../../world/awsError";
import type { Issue } from "../../../core/validate";
import { awsPath } from "./awsPath";

/** How errors of core's checks call an input. */
export const INPUT = "input";

/** AWS's codes by those of KECS; what is in neither this table nor the next is a ValidationError. */
const CODES: Readonly<Record<string, string>> = {
  KECS1005: "InvalidConfigurationRequest",
  KECS1006: "InvalidConfigurationRequest",
  KECS1007: "DuplicateListener",
  KECS1012: "InvalidConfigurationRequest",
  KECS1013: "InvalidConfigurationRequest",
  KECS1017: "PriorityInUse",
  KECS1020: "InvalidLoadBalancerAction",
  KECS1021: "CertificateNotFound",
  KECS1022: "InvalidTarget",
};
const CODES_OF_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/\.sslPolicy$/, "SSLPolicyNotFound"],
  [/\.alpnPolicy$/, "ALPNPolicyNotFound"],
  [/\.trustStoreArn$/, "TrustStoreNotFound"],
  [/^input\.protocol$/, "UnsupportedProtocol"],
];

/** What a caller of this API can do, where components have an argument that it has not. */
const HINTS: Readonly<Record<string, string>> = {
  KECS1006: "choose a port that takes another local port, or give the instance a wider range",
};

/**
 * Throws the errors that core's checks found in an input, in the words of AWS's fields.
 *
 * @param codes AWS's codes by those of KECS that mean something else in this operation
 */
export function refuse(issues: readonly Issue[], codes: Readonly<Record<string, string>> = {}) {
  const errors = issues.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const field = CODES_OF_FIELDS.find(([form]) => form.test(first?.path ?? ""));
  throwIfRefused(
    errors.map((issue) => {
      const hint = HINTS[issue.code] ?? issue.hint;
      return { ...issue, path: awsPath(issue.path), ...(hint === undefined ? {} : { hint }) };
    }),
    field?.[1] ?? "ValidationError",
    field === undefined ? { ...CODES, ...codes } : {},
  );
}
