import { invalid } from "./refuse";

/*
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html: of the patterns
 * for plain text the terms, all of which a message has to have.
 */

const TERM = /"((?:[^"\\]|\\.)*)"|(\S+)/g;
const PLAIN = /^[\w]+$/;

/** Whether a message has all terms of a pattern. */
export function filterPattern(pattern: string): (message: string) => boolean {
  const text = pattern.trim();
  refuseStructured(text);
  const terms = [...text.matchAll(TERM)].map(([, quoted, plain = ""]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, "$1");
    refuseOperator(plain);
    return plain;
  });
  return (message) => terms.every((term) => message.includes(term));
}

function refuseStructured(text: string): void {
  if (text.startsWith("{")) throw unsupported("patterns for JSON, in braces,");
  if (text.startsWith("[")) throw unsupported("patterns for fields, in brackets,");
}

function refuseOperator(term: string): void {
  if (term.startsWith("?")) throw unsupported("optional terms, with a question mark,");
  if (term.startsWith("-")) throw unsupported("excluded terms, with a minus,");
  if (term.startsWith("%")) throw unsupported("regular expressions, in percent signs,");
  if (!PLAIN.test(term)) {
    throw invalid(
      `Invalid filter pattern: the term ${term} has characters that are neither letters, digits nor underscores. Put it into double quotes.`,
    );
  }
}

function unsupported(what: string) {
  return invalid(
    `filterPattern: ${what} are not available in KECS. Use plain terms and terms in double quotes.`,
  );
}
