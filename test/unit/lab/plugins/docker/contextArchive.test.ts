import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { contextArchive } from "../../../../../lab/plugins/docker/contextArchive";

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

  it("is gone after the build, and keeps nothing for the end of the process", () => {
    const present = process.listeners("exit").length;
    const { tar, dispose } = make();
    tar.destroy();
    dispose();
    expect(readdirSync(scratch)).toEqual([]);
    expect(process.listeners("exit")).toHaveLength(present);
  });
});
