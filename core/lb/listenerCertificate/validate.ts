import { nameFromArn } from "../../arn";
import { problem, type Issue } from "../../validate";

/** A ListenerCertificate's arguments, resolved. */
export interface ListenerCertificateValues {
  readonly listenerArn: string;
  readonly certificateArn: string;
}

/** Every problem of the two ARNs. */
export function validateListenerCertificate(
  values: ListenerCertificateValues,
  path: string,
): Issue[] {
  const issues: Issue[] = [];
  if (nameFromArn("listener", values.listenerArn) === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.listenerArn`,
        `"${values.listenerArn}" is not the ARN of an Application Load Balancer's listener`,
        "pass the listener's arn output",
      ),
    );
  }
  if (nameFromArn("certificate", values.certificateArn) === undefined) {
    issues.push(
      problem(
        "KECS1010",
        `${path}.certificateArn`,
        `"${values.certificateArn}" is not the ARN of a certificate`,
        "pass the certificate's arn output",
      ),
    );
  }
  return issues;
}

/** The issue of a listener that another stack made. */
export function unknownListener(listenerArn: string, path: string): Issue {
  return problem(
    "KECS1013",
    `${path}.listenerArn`,
    `"${listenerArn}" is not a listener of this program, and only those can be given certificates here`,
    "make the ListenerCertificate in the program that makes the Listener",
  );
}
