import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../../../../cli/doctor/checks";

const PAGE = join(__dirname, "..", "..", "..", "..", "docs", "cli.md");

test("docs/cli.md has a row for every check, in their order", () => {
  const [, section = ""] = readFileSync(PAGE, "utf8").split("\n## kecs doctor\n");
  const [text = ""] = section.split("\n## ");
  const rows = [...text.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect(rows).toEqual(CHECKS.map(({ name }) => name));
});

test.each(CHECKS.map(({ name }) => name))("%s has a test of its own", (name) => {
  expect(existsSync(join(__dirname, "checks", `${name}.test.ts`))).toBe(true);
});

test("what a check needs comes before it", () => {
  const names = CHECKS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, needs } of CHECKS) {
    if (needs !== undefined) expect(names.slice(0, names.indexOf(name))).toContain(needs);
  }
});
