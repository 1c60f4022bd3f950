import type { Issue } from "../../core/validate";

/**
 * What a caller did wrong, as AWS says it: HTTP 400 with a code of that service's model, such as
 * `DuplicateListener` or `ClusterNotFoundException`.
 */
export class AwsError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "AwsError";
  }
}

/**
 * Throws the errors that core's checks found as one of AWS's, with every message, hint and KECS code
 * in it. Warnings pass.
 *
 * @param codes AWS's codes by those KECS codes that have one of their own there
 */
export function throwIfRefused(
  issues: readonly Issue[],
  code: string,
  codes: Readonly<Record<string, string>> = {},
): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first !== undefined) {
    throw new AwsError(codes[first.code] ?? code, errors.map(sentence).join("\n"));
  }
}

function sentence({ path, message, hint, code }: Issue): string {
  return `${path}: ${message}${hint === undefined ? "" : `; ${hint}`} (${code})`;
}
