import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyOverlay } from "../../../../lab/parts/go/moduleOverlay";

describe("changes to the copy of a Go module", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
  const file = (...names: string[]) => {
    const target = path.join(folder, ...names);
    mkdirSync(path.dirname(target), { recursive: true });
    return target;
  };
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("replace one file by name, or with stub.go a whole package", () => {
    writeFileSync(file("copy", "one", "a.go"), "old");
    writeFileSync(file("copy", "one", "b.go"), "old");
    writeFileSync(file("copy", "two", "a.go"), "old");
    writeFileSync(file("copy", "two", "data.txt"), "old");
    writeFileSync(file("changes", "one", "a.go"), "new");
    writeFileSync(file("changes", "two", "stub.go"), "new");
    applyOverlay(path.join(folder, "changes"), path.join(folder, "copy"));
    expect(readFileSync(file("copy", "one", "a.go"), "utf8")).toBe("new");
    expect(readFileSync(file("copy", "one", "b.go"), "utf8")).toBe("old");
    expect(readdirSync(path.join(folder, "copy", "two")).sort()).toEqual(["data.txt", "stub.go"]);
  });
});
