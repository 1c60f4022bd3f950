import { KecsError, problem } from "../../core/validate";

/** Pulumi's own limits: https://www.pulumi.com/docs/iac/concepts/stacks/#create-a-stack */
const PART = /^[A-Za-z0-9._-]{1,100}$/;
const DOTS = /^\.+$/;
const MOST_PARTS = 3;

/**
 * The name of a stack as `--stack` gives it, `stack` or `organization/project/stack`: a file is
 * named by its last part.
 *
 * @throws KecsError KECS4001 where Pulumi would refuse it, or it leads to another folder
 */
export function stackName(text: string): string {
  if (isStackName(text)) return text;
  throw new KecsError([
    problem(
      "KECS4001",
      "--stack",
      `"${text}" is not a stack: 1 to 100 letters, digits, hyphens, underscores and dots`,
      'write it as "dev", or as "organization/project/dev"',
    ),
  ]);
}

/** Whether Pulumi takes a text for the name of a stack. */
export function isStackName(text: string): boolean {
  const parts = text.split("/");
  return parts.length <= MOST_PARTS && parts.every((part) => PART.test(part) && !DOTS.test(part));
}
