import { MAXIMUM_DEPTH, MAXIMUM_KEYS } from "../protocol/limits";
import { Refusal } from "../protocol/refusal";

/** @throws Refusal for a body that is no JSON, is nested too deep, or holds too much */
export function parseJsonText(body: Buffer): unknown {
  const value = body.length === 0 ? {} : parse(body);
  let left = MAXIMUM_KEYS;
  const visit = (part: unknown, depth: number): void => {
    if (typeof part !== "object" || part === null) return;
    if (depth > MAXIMUM_DEPTH) throw malformed(`more than ${MAXIMUM_DEPTH} levels of nesting`);
    const parts = Object.values(part);
    if ((left -= parts.length) < 0) throw malformed(`more than ${MAXIMUM_KEYS} values`);
    for (const below of parts) visit(below, depth + 1);
  };
  visit(value, 1);
  return value;
}

function parse(body: Buffer): unknown {
  try {
    // eslint-disable-next-line no-restricted-properties -- its error goes no further
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw malformed("no JSON in UTF-8");
  }
}

function malformed(what: string): Refusal {
  return new Refusal("malformedInput", `The body has ${what}.`);
}
