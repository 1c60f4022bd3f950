import fc from "fast-check";
import { redact } from "../../../../core/text/redact";

const AWKWARD = `p&ss "w" 'rd' $x/ö+\\?<\n\x07>tail`;

test.each<[string, string, string[], string]>([
  ["a value", "password hunter2!", ["hunter2"], "password [secret]!"],
  ["every occurrence", "abcd abcd", ["abcd"], "[secret] [secret]"],
  ["the longest first", "abcdef", ["abcd", "abcdef"], "[secret]"],
  ["base64", "aHVudGVyMg==", ["hunter2"], "[secret]"],
  ["base64 without its padding", "aHVudGVyMg.", ["hunter2"], "[secret]."],
  ["signs of expressions as they are", "a.*(b", ["a.*(b"], "[secret]"],
  ["a value that the mark holds", "secret", ["secret"], "[secret]"],
  ["the lines of a long value", "> first line", ["first line\nsecond line"], "> [secret]"],
  ["no short value", "abc", ["abc"], "abc"],
  [
    "nothing of values of one to three characters",
    "a big tablet",
    ["a", "b", "ab", "abl"],
    "a big tablet",
  ],
  ["nothing without values", "abc", [], "abc"],
  ["what white space was collapsed in", "said: a b c.", ["a \n\t b   c"], "said: [secret]."],
  [
    "a beginning that was cut off",
    "said: topsecre…; more",
    ["topsecretvalue"],
    "said: [secret]…; more",
  ],
  ["a beginning with dots behind it", "topsecretval...", ["topsecretvalue"], "[secret]..."],
  ["no beginning that could be anything", "the top…", ["topsecretvalue"], "the top…"],
])("strikes %s", (_, text, values, expected) => {
  expect(redact(text, values)).toBe(expected);
});

const base64 = (text: string, url: boolean): string =>
  Buffer.from(text).toString(url ? "base64url" : "base64");

test.each<[string, (value: string) => string]>([
  ["base64 for URLs", (value) => base64(value, true)],
  ["JSON", JSON.stringify],
  ["JSON inside of JSON", (value) => JSON.stringify(JSON.stringify(value))],
  [
    "the JSON of Go",
    (value) =>
      JSON.stringify(value)
        .replace(/</g, "\\u003c")
        .replace(/>/g, "\\u003e")
        .replace(/&/g, "\\u0026"),
  ],
  ["JSON in ASCII", (value) => JSON.stringify(value).replaceAll("ö", "\\u00f6")],
  ["quotation marks of Go", (value) => JSON.stringify(value).replace("\\u0007", "\\a")],
  ["encodeURIComponent", encodeURIComponent],
  [
    "percent signs in small letters",
    (value) => encodeURIComponent(value).replace(/%../g, (hex) => hex.toLowerCase()),
  ],
  ["a form", (value) => new URLSearchParams({ value }).toString().slice("value=".length)],
  ["single quotation marks of a shell", (value) => value.replaceAll("'", `'\\''`)],
  ["the other way to write them", (value) => value.replaceAll("'", `'"'"'`)],
  ["double quotation marks of a shell", (value) => value.replace(/[\\"$`]/g, "\\$&")],
])("strikes a value in %s", (_, written) => {
  expect(redact(`>${written(AWKWARD)}<`, [AWKWARD])).toMatch(/^>"?(\\")?\[secret\](\\")?"?<$/);
});

test.each([0, 1, 2])(
  "strikes what of a value shows in longer base64, %i bytes behind a group",
  (n) => {
    for (const [after, url] of [
      ["", false],
      ["}", true],
      ["}}", false],
    ] as const) {
      const written = base64(`${"{{".slice(0, n)}${AWKWARD}${after}`, url);
      const clean = redact(written, [AWKWARD]);
      expect(clean).toContain("[secret]");
      expect(clean.replace("[secret]", "").length).toBeLessThanOrEqual(10);
    }
  },
);

test("strikes a value of 64 kB, of whatever it consists, in time", () => {
  for (const value of [
    "$'(x|y)*\\".repeat(7000),
    "line of a key\n".repeat(4700),
    "ä".repeat(65_536),
  ]) {
    const clean = redact(`before ${value} ${base64(value, false)} ${JSON.stringify(value)} after`, [
      value,
    ]);
    expect(clean.replace(/"/g, "")).toBe("before [secret] [secret] [secret] after");
  }
});

test("throws for no value, half characters included", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4 }), (units) => {
      const value = String.fromCharCode(...units);
      fc.pre(!"[secret]".includes(value));
      expect(redact(`<${value}>`, [value])).toBe("<[secret]>");
    }),
  );
});

test("leaves no value of four or more characters, whatever it is", () => {
  const value = fc.string({ minLength: 4, unit: "binary" });
  fc.assert(
    fc.property(fc.string(), value, fc.string(), fc.array(fc.string()), (a, of, b, others) => {
      fc.pre(!"[secret]".includes(of));
      const clean = redact(`${a}${of}${b}`, [of, ...others]);
      expect(clean.split("[secret]").some((rest) => rest.includes(of))).toBe(false);
    }),
  );
});
