/** What AWS gives ids to that an instance does not have. */
const FORMS = {
  subnet: /^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/,
  "security group": /^sg-([0-9a-f]{8}|[0-9a-f]{17})$/,
  VPC: /^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/,
  /** Its name, or its ARN. */
  role: /^(arn:aws[-a-z]*:iam::\d{12}:role\/([\w+=,.@-]+\/)*)?[\w+=,.@-]{1,64}$/,
} as const;

/** The first id that none of AWS's can be. */
export function impossibleId(
  what: keyof typeof FORMS,
  ids: readonly (string | undefined)[],
): string | undefined {
  return ids.find((id) => id !== undefined && !FORMS[what].test(id));
}
