import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCases } from "../../conformance/caseFile";
import type { Result } from "../../conformance/run/verdict";
import { conformance } from "./conformanceInstance";

/** Every conformance case as a test of its own; one run of the runner, with these options, answers them all. */
export function testConformance(options: readonly string[]): void {
  const { cases } = loadCases(join(__dirname, "..", "..", "conformance", "cases.yaml"));
  const folder = mkdtempSync(join(tmpdir(), "kecs-conformance-"));
  const results = new Map<string, Result>();
  let words = "";

  beforeAll(async () => {
    const file = join(folder, "results.json");
    const { code, stdout, stderr } = await conformance([...options, "--json", file]);
    words = `${stdout}\n${stderr.slice(-5000)}`;
    if (code > 1 || !stdout.includes(" passed, ")) throw new Error(words);
    for (const result of JSON.parse(readFileSync(file, "utf8")) as Result[]) {
      results.set(result.id, result);
    }
  }, 1_800_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(cases)("$id $title", ({ id, achievable }) => {
    const { outcome, reasons } = results.get(id) ?? { outcome: "missing", reasons: [words] };
    expect({ outcome, reasons }).toEqual({
      outcome: achievable === "no" ? "known" : "passed",
      reasons: [],
    });
  });

  test("known differences are at most 3 in 100", () => {
    const known = [...results.values()].filter(({ outcome }) => outcome === "known");
    expect(Math.round((100 * known.length) / results.size)).toBeLessThanOrEqual(3);
  });
}
