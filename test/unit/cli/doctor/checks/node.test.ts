import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../../../../../core/validate/parseJson";
import { judgeNode, MIN_NODE } from "../../../../../cli/doctor/checks/node";

const MANIFEST = join(__dirname, "..", "..", "..", "..", "..", "package.json");

test("the oldest Node.js is the one of package.json", () => {
  const { engines } = parseJson<{ engines: { node: string } }>(
    readFileSync(MANIFEST, "utf8"),
    MANIFEST,
  );
  expect(`${engines.node}.0`).toBe(`>=${MIN_NODE}`);
});

test("an older Node.js fails, the oldest one serves", () => {
  expect(judgeNode("18.20.4")).toMatchObject({ state: "failed", code: "KECS2005" });
  expect(judgeNode(MIN_NODE)).toEqual({ state: "ok", evidence: MIN_NODE });
});
