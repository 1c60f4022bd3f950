import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { contextArchive } from "../../../../../lab/plugins/docker/contextArchive";

/** What is in an archive, by the names in there. */
async function names(tar: Readable): Promise<string[]> {
  const list = spawn("tar", ["--list"], { stdio: ["pipe", "pipe", "inherit"] });
  tar.pipe(list.stdin);
  return (await text(list.stdout)).trim().split("\n").sort();
}

describe("the archive of a build's context", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "kecs-archive-"));
  const scratch = path.join(folder, "tmp");
  beforeAll(() => {
    for (const each of ["context", "tmp"]) mkdirSync(path.join(folder, each));
    writeFileSync(path.join(folder, "context", "index.html"), "hello");
    writeFileSync(path.join(folder, "Dockerfile"), "FROM scratch\n");
    jest.spyOn(os, "tmpdir").mockReturnValue(scratch);
  });
  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const make = () => contextArchive(path.join(folder, "context"), path.join(folder, "Dockerfile"));

  it("leaves nothing behind where the engine ends the plugin meanwhile", () => {
    const present = new Set(process.listeners("exit"));
    const { tar } = make();
    tar.destroy();
    expect(readdirSync(scratch)).toHaveLength(1);
    const added = process.listeners("exit").filter((each) => !present.has(each));
    for (const listener of added) listener.call(process, 0);
    expect(readdirSync(scratch)).toEqual([]);
    for (const listener of added) process.removeListener("exit", listener);
  });

  it.each([
    ["Dockerfile\n", [".dockerignore", "Dockerfile", "main.js"], ["Dockerfile"]],
    ["*\n!main.js\n", [".dockerignore", "Dockerfile", "main.js"], ["Dockerfile", ".dockerignore"]],
    ["*.log\n", [".dockerignore", "Dockerfile", "main.js"], []],
  ])(
    "has what the build needs, whatever %j names, as the real one",
    async (ignore, all, listed) => {
      const own = mkdtempSync(path.join(folder, "own-"));
      writeFileSync(path.join(own, ".dockerignore"), ignore);
      writeFileSync(path.join(own, "main.js"), "1");
      writeFileSync(path.join(own, "Dockerfile"), "FROM scratch\n");
      const { tar, dispose, unignored } = contextArchive(own, path.join(own, "Dockerfile"));
      const found = await names(tar);
      dispose();
      expect({ found, unignored }).toEqual({ found: all, unignored: listed });
    },
  );

  it("is gone after the build, and keeps nothing for the end of the process", () => {
    const present = process.listeners("exit").length;
    const { tar, dispose } = make();
    tar.destroy();
    dispose();
    expect(readdirSync(scratch)).toEqual([]);
    expect(process.listeners("exit")).toHaveLength(present);
  });
});
