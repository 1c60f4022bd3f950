import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCommand } from "../../../../lab/run/command";

describe("running a program", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
  const logFile = path.join(folder, "log");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("returns what it prints, and logs that and its complaints", async () => {
    const answer = await runCommand(["sh", "-c", "echo result; echo trouble >&2"], { logFile });
    expect(answer).toBe("result\n");
    const logged = readFileSync(logFile, "utf8").trim().split("\n").sort();
    expect(logged).toEqual(["result", "trouble"]);
  });

  it("passes the output of one program to another", async () => {
    expect(await runCommand(["echo", "a b"], { pipeTo: ["wc", "-w"] })).toMatch(/^\s*2\s*$/);
  });

  it("fails when the first of two programs fails", async () => {
    const run = runCommand(["sh", "-c", "exit 3"], { pipeTo: ["cat"] });
    await expect(run).rejects.toThrow("exited with 3");
  });

  it("rejects a program that is not there", async () => {
    await expect(runCommand(["kecs-no-such-program"])).rejects.toThrow("could not be started");
  });

  it("ends the program and its children on an interrupt", async () => {
    const stop = new AbortController();
    const run = runCommand(["sh", "-c", "sleep 60 & wait"], { signal: stop.signal });
    stop.abort();
    await expect(run).rejects.toThrow("was ended by SIGTERM");
  });
});
