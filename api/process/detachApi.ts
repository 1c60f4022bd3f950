import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileProblem, readText } from "../../cluster/files/fileProblem";
import { KecsError, problem } from "../../core/validate";
import { apiLog } from "./apiFile";
import { findApi, type ApiStatus } from "./findApi";

/** A program that runs the API in the foreground. */
export interface ApiProgram {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

const POLL_MS = 100;
const PATIENCE_MS = 60_000;
const LAST_LINES = 5;

/**
 * Starts the API of an instance in the background, and returns when it answers.
 *
 * @throws KecsError KECS3016 where it ends before, or does not answer within a minute
 */
export async function detachApi(instance: string, program: ApiProgram): Promise<ApiStatus> {
  const { argv, cwd, env, signal } = program;
  const log = apiLog(env, instance);
  const output = openLog(log);
  const [command = "", ...args] = argv;
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let end: string | undefined;
  child.on("error", ({ message }) => (end = message));
  child.on("exit", (code) => (end ??= `it ended with exit code ${code ?? 1}`));
  child.unref();
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && !signal.aborted) {
    if (end !== undefined) throw failed(end, log);
    const status = await findApi(env, instance);
    if (status !== undefined && status.pid === child.pid) return status;
    await pause(POLL_MS);
  }
  child.kill("SIGTERM");
  throw failed("it did not answer within a minute", log);
}

function openLog(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openSync(file, "w", 0o600);
  } catch (error) {
    throw fileProblem(file, "written", error);
  }
}

function failed(why: string, log: string): KecsError {
  const lines = readText(log).trim().split("\n").slice(-LAST_LINES).join("\n");
  return new KecsError([
    problem(
      "KECS3016",
      "",
      `the AWS API did not start: ${why}${lines === "" ? "" : `\n${lines}`}`,
      "run kecs api, which shows what it does",
    ),
  ]);
}
