import { spawn, type ChildProcessByStdio } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { pod } from "../../helpers/pods";

/* The whole program in a process of its own, with a docker that knows one task. */

const LINES = 100_000;
const PROGRAM = join(__dirname, "..", "..", "helpers", "kecsProgram.js");
const root = mkdtempSync(join(tmpdir(), "kecs-main-"));

beforeAll(() => {
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeFileSync(join(root, "Pulumi.yaml"), "name: kecs\n");
  writeFileSync(join(root, "Pulumi.dev.yaml"), "config:\n  kecs:instance: myapp\n");
  writeFileSync(join(root, "tasks.json"), JSON.stringify({ items: [pod()] }));
  const programs = {
    k3d: "echo k3d version v5.8.3",
    pulumi: "echo v3.250.0",
    docker: [
      'case "$*" in',
      "version*) echo 27.0.0;;",
      `*"kubectl get"*) cat '${root}/tasks.json';;`,
      `*"kubectl logs"*) i=0; seq -f '2026-01-02T03:04:05Z line %.0f' "$KECS_TEST_LINES"; exit "$KECS_TEST_CODE";;`,
      "*) exit 1;;",
      "esac",
    ].join("\n"),
  };
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Run {
  readonly child: ChildProcessByStdio<null, Readable | null, Readable>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function kecs(
  argv: readonly string[],
  lines = LINES,
  code = 0,
  stdout: "pipe" | number = "pipe",
): Run {
  const child = spawn(process.execPath, [PROGRAM, ...argv], {
    cwd: root,
    stdio: ["ignore", stdout, "pipe"],
    env: {
      PATH: `${join(root, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      HOME: root,
      KECS_CACHE_DIR: join(root, "cache"),
      KECS_DATA_DIR: join(root, "data"),
      KECS_LAB: "never",
      KECS_TEST_LINES: String(lines),
      KECS_TEST_CODE: String(code),
    },
  }) as Run["child"];
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.on("close", (exitCode) => {
      resolve({ code: exitCode, stderr });
    });
  });
  return { child, ended };
}

/** Reads all, but sleeps for a while after the first piece. */
async function readSlowly(stream: Readable): Promise<string> {
  let text = "";
  let isFirst = true;
  for await (const piece of stream.setEncoding("utf8")) {
    text += String(piece);
    if (isFirst) await pause(1500);
    isFirst = false;
  }
  return text;
}

test("a reader that sleeps gets every line", async () => {
  const { child, ended } = kecs(["logs", "front"]);
  const text = await readSlowly(child.stdout as Readable);
  expect(await ended).toEqual({ code: 0, stderr: "" });
  const lines = text.split("\n");
  expect(lines).toHaveLength(LINES + 1);
  expect(lines.at(-2)).toBe(`front/a95a20c1 line ${LINES}`);
});

test("a reader that has had enough ends it quietly", async () => {
  const { child, ended } = kecs(["logs", "front"]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await ended).toEqual({ code: 0, stderr: "" });
});

test("a log that breaks off is told, after the lines that there are", async () => {
  const { child, ended } = kecs(["logs", "front"], 3, 1);
  const text = await readSlowly(child.stdout as Readable);
  expect(text.trimEnd().split("\n")).toHaveLength(3);
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toContain(
    "error KECS3015: shop/front/a95a20c1, container web: its log could not be read to its end",
  );
});

test("a result that cannot be written is told", async () => {
  const { ended } = kecs(["logs", "front"], 3, 0, openSync("/dev/full", "w"));
  expect(await ended).toEqual({
    code: 1,
    stderr: "error: the result could not be written: ENOSPC\n",
  });
});
