import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lookAtPath } from "../../../../cluster/files/lookAtPath";

test("tells a file, a folder, nothing, and what the system does not tell", () => {
  const folder = mkdtempSync(join(tmpdir(), "kecs-look-"));
  const at = (...names: string[]) => join(folder, ...names);
  writeFileSync(at("file"), "");
  symlinkSync(at("loop"), at("loop"));
  const found = [at(), at("file"), at("missing"), at("file", "x"), at("loop")].map(lookAtPath);
  rmSync(folder, { recursive: true });
  expect(found).toEqual(["folder", "file", undefined, { code: "ENOTDIR" }, { code: "ELOOP" }]);
});
