import { problem, type Issue } from "../../../validate";
import { validateRegularExpression } from "../regularExpression";

/* Where a capital letter is none of the host: an escape, a class, a group's name. */
const NOT_LITERAL =
  /\\Q|\\[xpP]\{[^}]*\}|\\[pP][A-Z]|\\[^]|\[\^?\]?(?:\\[^]|\[:[^]*?:\]|[^\]])*\]|\(\?P?<[^>]*>/g;
const ANY_CASE = /\(\?[a-z]*i/i;

/**
 * One regular expression for hosts. Letter case does not count in a host name, and they are
 * compared in lower case, so a capital letter would match nothing.
 */
export function validateHostExpression(value: string, path: string): Issue[] {
  const issues = validateRegularExpression(value, path);
  if (issues.length > 0) return issues;
  if (/\P{ASCII}/u.test(value)) {
    return [
      problem(
        "KECS1018",
        path,
        `${JSON.stringify(value)} holds characters beyond ASCII, which no host name has`,
        "write the host name as it is sent, with its labels in Punycode",
      ),
    ];
  }
  if (ANY_CASE.test(value) || !/[A-Z]/.test(value.replace(NOT_LITERAL, ""))) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} matches no host: they are compared in lower case`,
      "write it in lower case",
    ),
  ];
}
