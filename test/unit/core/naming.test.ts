import fc from "fast-check";
import { digest, kubernetesName } from "../../../core/naming";

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

describe("digest", () => {
  test("is the start of a SHA-256", () => {
    expect(digest("abc", 16)).toBe("ba7816bf8f01cfea");
  });
});

describe("kubernetesName", () => {
  test.each([
    ["keeps a label", "myapp-alb", 63, "myapp-alb"],
    ["keeps a label of the greatest length", "a".repeat(63), 63, "a".repeat(63)],
    ["shortens one character more", "a".repeat(64), 63, `${"a".repeat(54)}-ffe054fe`],
    ["lowers capitals, with a hash", "MyApp", 63, `myapp-${digest("MyApp", 8)}`],
    ["replaces what is not allowed", "my_app.v1", 63, `my-app-v1-${digest("my_app.v1", 8)}`],
    ["drops hyphens at both ends", "--a--", 63, `a-${digest("--a--", 8)}`],
    ["makes a name of nothing readable", "___", 63, `x-${digest("___", 8)}`],
    ["makes a name of an empty text", "", 63, `x-${digest("", 8)}`],
    ["leaves no hyphen before the hash's", "abc-defgh", 12, "abc-defgh"],
    ["cuts between words", "abc-defghijk", 13, "abc-defghijk"],
    ["cuts at a hyphen cleanly", "abc-defghijklmn", 13, `abc-${digest("abc-defghijklmn", 8)}`],
  ])("%s", (_, name, length, expected) => {
    expect(kubernetesName(name, length)).toBe(expected);
  });

  test("is a label of at most the length that was asked for, whatever the name", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10, max: 63 }), (name, length) => {
        const made = kubernetesName(name, length);
        expect(made).toMatch(LABEL);
        expect(made.length).toBeLessThanOrEqual(length);
      }),
    );
  });

  test("keeps names apart that differ in nothing but what a label cannot show", () => {
    const awkward = fc.stringMatching(/^[aA_.-]{1,6}$/);
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        fc.pre(a !== b);
        expect(kubernetesName(a)).not.toBe(kubernetesName(b));
      }),
      { numRuns: 2000 },
    );
  });
});
