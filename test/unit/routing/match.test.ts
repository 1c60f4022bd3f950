import fc from "fast-check";
import { literal, MATCH_ALL, matchHost, matchHosts } from "../../../components/routing/match";

/** Reads one of Go's string literals, raw or interpreted, and returns the rest behind it. */
function readLiteral(text: string): { value: string; rest: string } {
  const raw = /^`([^`]*)`/.exec(text);
  if (raw !== null) return { value: raw[1] ?? "", rest: text.slice(raw[0].length) };
  const interpreted = /^"(?:[^"\\\n]|\\.)*"/.exec(text);
  if (interpreted === null) throw new Error(`no literal: ${text}`);
  return {
    value: JSON.parse(interpreted[0]) as string,
    rest: text.slice(interpreted[0].length),
  };
}

/** The expression inside of `HostRegexp(…)`, as JavaScript takes it. */
function hostRegExp(host: string): RegExp {
  const match = matchHost(host);
  expect(match.startsWith("HostRegexp(")).toBe(true);
  const { value, rest } = readLiteral(match.slice("HostRegexp(".length));
  expect(rest).toBe(")");
  expect(value.startsWith("(?is)")).toBe(true);
  return new RegExp(value.slice("(?is)".length), "is");
}

/** AWS's wildcards, read character by character. */
function naive(pattern: string, text: string): boolean {
  if (pattern === "") return text === "";
  const [head = "", tail] = [pattern[0], pattern.slice(1)];
  if (head === "*") return naive(tail, text) || (text !== "" && naive(pattern, text.slice(1)));
  return text !== "" && (head === "?" || head === text[0]) && naive(tail, text.slice(1));
}

test("quotes a text so that it reads back whole, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(readLiteral(literal(text))).toEqual({ value: text, rest: "" });
    }),
  );
});

test.each([
  ["a.test", "Host(`a.test`)"],
  ["*.test", "HostRegexp(`(?is)^.*\\.test\\.?$`)"],
  ["a?-b.test", "HostRegexp(`(?is)^a.-b\\.test\\.?$`)"],
  ["*.TEST", "HostRegexp(`(?is)^.*\\.test\\.?$`)"],
])("matches host %s with %s", (host, expected) => {
  expect(matchHost(host)).toBe(expected);
});

test("matches any of several hosts", () => {
  expect(matchHosts(["a.test", "*.b.test"])).toBe(
    "Host(`a.test`) || HostRegexp(`(?is)^.*\\.b\\.test\\.?$`)",
  );
});

test("matches every request, also one without a path", () => {
  expect(MATCH_ALL).toBe("PathPrefix(`/`) || !PathPrefix(`/`)");
});

test("lets a fully qualified name end with its dot", () => {
  expect(hostRegExp("*.test").test("a.test.")).toBe(true);
});

test.each([["xa.test"], ["a.testx"], ["axtest"]])(
  "does not match more than the pattern: %s",
  (host) => {
    expect(hostRegExp("?.test").test(host)).toBe(false);
  },
);

test("matches wildcards as AWS does, for any pattern and any host", () => {
  const unit = fc.constantFrom("a", "b", "-", ".", "0");
  const host = fc.string({ unit, maxLength: 8 });
  const pattern = fc
    .string({ unit: fc.constantFrom("a", "b", "-", ".", "0", "*", "?"), maxLength: 8 })
    .filter((text) => /[*?]/.test(text));
  fc.assert(
    fc.property(pattern, host, (of, text) => {
      // The dot that a name may end with is no part of AWS's comparison.
      fc.pre(!text.endsWith("."));
      expect(hostRegExp(of).test(text)).toBe(naive(of, text));
    }),
    { numRuns: 2000 },
  );
});

test("ends no literal early, whatever stands in a host", () => {
  const hostile = fc.string({
    unit: fc.constantFrom("`", '"', "\\", "(", ")", "|", "*", "?", "a"),
  });
  fc.assert(
    fc.property(hostile, (host) => {
      const match = matchHost(host);
      const open = match.indexOf("(");
      expect(["Host", "HostRegexp"]).toContain(match.slice(0, open));
      expect(readLiteral(match.slice(open + 1)).rest).toBe(")");
    }),
  );
});
