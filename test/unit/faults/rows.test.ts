import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judge } from "../../faults/judge";
import { reliabilityPage } from "../../faults/page";
import { KECS_START, keeps, PULUMI_UP, refuses } from "../../faults/row";
import { ROWS } from "../../faults/rows";

const words = (text: string): string => text.replace(/\s+|-{3,}/g, " ").replace(/\s+/g, " ");

test("the page has every row: npm run faults -- --write-docs", () => {
  const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "reliability.md"), "utf8");
  expect(words(page)).toBe(words(reliabilityPage(ROWS)));
});

test("each row has a name of its own", () => {
  const ids = ROWS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(60);
});

test("a promise of a code is one that docs/errors.md has", () => {
  const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "errors.md"), "utf8");
  for (const { expect: promise } of ROWS) {
    if ("refuses" in promise) expect(page).toContain(promise.refuses);
  }
});

describe("a row fails", () => {
  const ended = (code: number | undefined, text: string) => ({ code, text, seconds: 1 });

  test.each([
    ["that does not end", ended(undefined, ""), ["it does not end"]],
    ["with another exit code", ended(1, "error KECS2001: docker"), ["it ends with 1 instead of 3"]],
    ["with another error", ended(3, "error KECS2006: httpPort"), ["it does not say KECS2001"]],
    [
      "with a stack trace",
      ended(3, "KECS2001\n    at run (/x/run.js:1:2)\n"),
      ["shows a stack trace"],
    ],
    [
      "that calls itself broken",
      ended(3, "KECS2001\nerror KECS9001: x"),
      ["says that KECS itself failed"],
    ],
  ])("%s", (_, end, wrong) => {
    expect(judge({ expect: refuses("KECS2001", 3), command: KECS_START }, end)).toEqual(wrong);
  });

  test("without the warning that was promised", () => {
    const row = { expect: keeps("nothing", "KECS3020"), command: KECS_START };
    expect(judge(row, ended(0, "fine"))).toEqual(["it does not say KECS3020"]);
    expect(judge(row, ended(0, "warning KECS3020: x"))).toEqual([]);
  });
});

test("what Pulumi says by itself is not judged", () => {
  const row = { expect: refuses("KECS3012", 1), command: PULUMI_UP };
  const text = "KECS3012\n    at run (/x/run.js:1:2)\n";
  expect(judge(row, { code: 1, text, seconds: 1 })).toEqual([]);
});
