import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { folderHash, keyOf } from "../../../../lab/cache/folderHash";

describe("the key of an artifact", () => {
  let folder = "";
  let before = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
    mkdirSync(path.join(folder, "inner"));
    writeFileSync(path.join(folder, "inner", "a"), "content");
    before = folderHash(folder);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("stays when a file is written again as it was", () => {
    writeFileSync(path.join(folder, "inner", "a"), "content");
    expect(folderHash(folder)).toBe(before);
  });

  it.each<[string, (file: string) => void]>([
    [
      "content",
      (file) => {
        writeFileSync(file, "CONTENT");
      },
    ],
    [
      "name",
      (file) => {
        renameSync(file, `${file}b`);
      },
    ],
    [
      "executable bit",
      (file) => {
        chmodSync(file, 0o755);
      },
    ],
    [
      "neighbours",
      (file) => {
        writeFileSync(`${file}2`, "");
      },
    ],
  ])("changes with a file's %s", (_what, change) => {
    change(path.join(folder, "inner", "a"));
    expect(folderHash(folder)).not.toBe(before);
  });

  it("tells its parts apart", () => {
    expect(keyOf("a", "b")).toMatch(/^[0-9a-f]{16}$/);
    expect(keyOf("a", "b")).not.toBe(keyOf("ab"));
    expect(keyOf("a", "b")).not.toBe(keyOf("b", "a"));
  });
});
