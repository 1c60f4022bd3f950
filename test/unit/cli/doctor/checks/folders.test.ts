import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folders, judgeFolders } from "../../../../../cli/doctor/checks/folders";

const scratch = mkdtempSync(join(tmpdir(), "kecs-doctor-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

test("a folder that cannot be written fails with its reason", () => {
  const facts = [
    { path: "/a", problem: undefined },
    { path: "/b", problem: "ENOSPC" },
  ];
  expect(judgeFolders(facts)).toMatchObject({
    state: "failed",
    code: "KECS4008",
    evidence: "/b cannot be written: ENOSPC",
  });
  expect(judgeFolders(facts.slice(0, 1))).toEqual({ state: "ok", evidence: "/a" });
});

test("the look leaves nothing behind, and finds a home that is a file", async () => {
  const env = { HOME: scratch, TMPDIR: scratch, KECS_CACHE_DIR: join(scratch, "cache") };
  expect((await folders.look({ env, cwd: scratch })).state).toBe("ok");
  expect(readdirSync(scratch)).toEqual([]);

  const file = join(scratch, "file");
  writeFileSync(file, "");
  const verdict = await folders.look({ env: { ...env, HOME: file }, cwd: scratch });
  expect(verdict).toMatchObject({ state: "failed", code: "KECS4008" });
  expect(verdict.evidence).toContain(file);
});
