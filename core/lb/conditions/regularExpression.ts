import { RE2JS } from "re2js";
import { problem, type Issue } from "../../validate";

/*
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html
 */
const MAX_LENGTH = 128;

/** One regular expression; Traefik drops a rule with a bad one, so it is compiled here first. */
export function validateRegularExpression(value: string, path: string): Issue[] {
  if (value === "" || value.length > MAX_LENGTH) {
    return [
      problem(
        "KECS1018",
        path,
        `${JSON.stringify(value)} is not a regular expression of 1 to ${MAX_LENGTH} characters`,
        "split a longer one into several values",
      ),
    ];
  }
  const reason = whyNot(value);
  if (reason === undefined) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} is not a regular expression of RE2: ${reason}`,
      "write it without look-around, back-references and possessive quantifiers",
    ),
  ];
}

function whyNot(expression: string): string | undefined {
  try {
    RE2JS.compile(expression);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
