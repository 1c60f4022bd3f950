/** Codes of healthy answers, both ends included. */
export interface CodeRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The codes that a health check may ask for.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html
 */
export const HTTP_CODES: CodeRange = { first: 200, last: 499 };
export const GRPC_CODES: CodeRange = { first: 0, last: 99 };

/** The codes of a matcher such as `200`, `200-299` or `200,302`; undefined where it is none. */
export function parseMatcher(text: string, allowed: CodeRange): CodeRange[] | undefined {
  const ranges: CodeRange[] = [];
  for (const part of text.split(",")) {
    const [, first, last = first] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
    const range = { first: Number(first), last: Number(last) };
    // A comparison with the NaN of a part that is no number is false.
    if (!(range.first >= allowed.first && range.last <= allowed.last && range.first <= range.last))
      return undefined;
    ranges.push(range);
  }
  return ranges;
}

/** Whether every code of a range is in one of the others. */
export function covers(ranges: readonly CodeRange[], { first, last }: CodeRange): boolean {
  for (let code = first; code <= last; code += 1) {
    if (!ranges.some((range) => code >= range.first && code <= range.last)) return false;
  }
  return true;
}

/** Whether two lists have a code in common. */
export function overlaps(ranges: readonly CodeRange[], other: CodeRange): boolean {
  return ranges.some((range) => range.first <= other.last && range.last >= other.first);
}
