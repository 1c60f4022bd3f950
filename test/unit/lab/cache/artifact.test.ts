import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspectArtifact, keep } from "../../../../lab/cache/artifact";

describe("a cached artifact", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
  const artifact = {
    file: path.join(folder, "bin", "tool"),
    keyFile: path.join(folder, "keys", "tool"),
    key: "key-1",
  };
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is missing at first", async () => {
    expect(await inspectArtifact(artifact)).toEqual({ state: "missing", location: artifact.file });
  });

  it("is ready once it is kept, and what was built is moved, not copied", async () => {
    const built = path.join(folder, "built");
    writeFileSync(built, "12345");
    keep(artifact, built);
    expect(existsSync(built)).toBe(false);
    expect(readFileSync(artifact.keyFile, "utf8")).toBe("key-1");
    expect(await inspectArtifact(artifact)).toEqual({
      state: "ready",
      location: artifact.file,
      size: 5,
    });
  });

  it("is stale when made of something else", async () => {
    expect(await inspectArtifact({ ...artifact, key: "key-2" })).toMatchObject({ state: "stale" });
  });

  it("is stale when the work stopped before its key was written", async () => {
    rmSync(artifact.keyFile);
    expect(await inspectArtifact(artifact)).toMatchObject({ state: "stale" });
  });
});
