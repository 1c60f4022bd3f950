import type { Expectation } from "./caseFile";
import { echoIn, targetOf, valuesOf, type Answer } from "./client/answer";
import type { WebSocketAnswer } from "./client/sendWebSocket";

/** One field in which what came is not what was expected. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Shares of answers may be off by so much; a single answer of a few may always be. */
const TOLERANCE = 0.03;

/** In what the answers to one request, sent once or several times, differ from the expectation. */
export function compare(
  expect: Expectation,
  answers: readonly (Answer | WebSocketAnswer)[],
): Difference[] {
  const each = answers.map((answer) => compareOne(expect, answer));
  // Of a request that was sent often, the first bad answer tells enough.
  const first = each.find((differences) => differences.length > 0) ?? [];
  return [
    ...first,
    ...(expect.distribution === undefined ? [] : compareShares(expect.distribution, answers)),
    ...(expect.sticky === undefined ? [] : compareSticky(expect.sticky, answers)),
  ];
}

function compareOne(expect: Expectation, answer: Answer | WebSocketAnswer): Difference[] {
  const found: Difference[] = [];
  const check = (field: string, expected: unknown, received: unknown): void => {
    if (expected !== undefined && !same(expected, received)) {
      found.push({ field, expected, received });
    }
  };
  check("status", expect.status, answer.status);
  check("target", expect.target, targetOf(answer) ?? null);
  check("location", expect.location, valuesOf(answer.headers, "location")[0]);
  check("body", expect.body, answer.body);
  if (expect.echo !== undefined) {
    const { frames = [] } = answer as Partial<WebSocketAnswer>;
    check("echo", expect.echo, frames.length > 0 && frames[0] === FRAME);
  }
  for (const [name, value] of Object.entries(expect.responseHeaders ?? {})) {
    check(`responseHeaders.${name}`, value, mediaType(name, valuesOf(answer.headers, name)[0]));
  }
  for (const [name, value] of Object.entries(expect.trailers ?? {})) {
    check(`trailers.${name}`, value, valuesOf([...answer.trailers, ...answer.headers], name)[0]);
  }
  if (expect.setCookie !== undefined) {
    check("setCookie", [...expect.setCookie].sort(), cookieNames(answer));
  }
  return [...found, ...compareEcho(expect, answer)];
}

/** What a WebSocket is sent, to be seen again. */
export const FRAME = "a frame of the conformance runner";

/** The first cookie of each name. */
export function cookieNames(answer: Answer): string[] {
  const names = valuesOf(answer.headers, "set-cookie").map((one) => one.split("=")[0] ?? "");
  return [...new Set(names)].sort();
}

/** Whether a text type says its charset is left to the server. */
function mediaType(name: string, value: string | undefined): string | undefined {
  return name.toLowerCase() === "content-type" ? value?.replace(/;\s*charset=utf-8$/i, "") : value;
}

function compareEcho(expect: Expectation, answer: Answer): Difference[] {
  const { url, targetHeaders, targetHeadersMatch, targetHeadersAbsent, targetHeadersAny } = expect;
  const asked = { url, targetHeaders, targetHeadersMatch, targetHeadersAbsent, targetHeadersAny };
  if (Object.values(asked).every((one) => one === undefined)) return [];
  const echo = echoIn(answer.body);
  if (echo === undefined) {
    const received = answer.body.slice(0, 200);
    return [{ field: "target", expected: "an answer of a target", received }];
  }
  const fields = [
    ["Host", echo.host] as const,
    ...Object.entries(echo.headers).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
  ];
  const seen = (name: string): string | undefined => {
    const values = valuesOf(fields, name);
    return values.length === 0 ? undefined : values.join(", ");
  };
  const found: Difference[] = [];
  const check = (holds: boolean, field: string, expected: unknown, received: unknown): void => {
    if (!holds) found.push({ field, expected, received });
  };
  check(url === undefined || url === echo.url, "url", url, echo.url);
  for (const [name, value] of Object.entries(targetHeaders ?? {})) {
    check(seen(name) === value, `targetHeaders.${name}`, value, seen(name));
  }
  for (const [name, pattern] of Object.entries(targetHeadersMatch ?? {})) {
    const holds = new RegExp(pattern).test(seen(name) ?? "");
    check(holds, `targetHeadersMatch.${name}`, pattern, seen(name));
  }
  for (const name of targetHeadersAbsent ?? []) {
    check(seen(name) === undefined, `targetHeadersAbsent.${name}`, undefined, seen(name));
  }
  if (targetHeadersAny !== undefined) {
    const holds = Array.isArray(targetHeadersAny)
      ? targetHeadersAny.some((name: string) => seen(name) !== undefined)
      : Object.entries(targetHeadersAny).some(([name, value]) => seen(name) === value);
    check(holds, "targetHeadersAny", targetHeadersAny, Object.fromEntries(fields));
  }
  return found;
}

/** Counts answers by their target, or by their status where no target sent them. */
export function sharesOf(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = targetOf(answer) ?? String(answer.status);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function compareShares(
  expected: Readonly<Record<string, number>>,
  answers: readonly Answer[],
): Difference[] {
  const counts = sharesOf(answers);
  const keys = new Set([...Object.keys(expected), ...Object.keys(counts)]);
  const allowed = Math.max(TOLERANCE, 1 / answers.length);
  const holds = [...keys].every((key) => {
    const wanted = expected[key] ?? 0;
    const share = (counts[key] ?? 0) / answers.length;
    return wanted === 0 || wanted === 1 ? share === wanted : Math.abs(share - wanted) <= allowed;
  });
  return holds ? [] : [{ field: "distribution", expected, received: counts }];
}

function compareSticky(expected: boolean, answers: readonly Answer[]): Difference[] {
  const counts = sharesOf(answers);
  const isSticky = Object.keys(counts).length === 1;
  return isSticky === expected ? [] : [{ field: "sticky", expected, received: counts }];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
