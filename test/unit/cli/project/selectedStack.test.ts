import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { run } from "../../../../cluster/process/run";

jest.mock("../../../../cluster/process/run");

const COMMANDS = [
  ["start"],
  ["status"],
  ["urls"],
  ["ps"],
  ["logs", "web"],
  ["exec", "web"],
  ["explain", "http://a.test/"],
  ["stop"],
  ["env"],
  ["destroy", "--yes"],
];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kecs-target-"));
  mkdirSync(join(folder, "stacks"));
  mkdirSync(join(folder, "cache", "instances", "other"), { recursive: true });
  writeFileSync(join(folder, "cache", "instances", "other", "kubeconfig"), "precious");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function kecs(...argv: string[]) {
  const err: string[] = [];
  const exitCode = await runCli(
    argv,
    {
      stdin: Readable.from([]),
      stdout: { write: () => true },
      stderr: { write: (text: string) => err.push(text) },
      env: { KECS_CACHE_DIR: join(folder, "cache"), HOME: folder, PULUMI_HOME: folder },
      cwd: folder,
      signal: new AbortController().signal,
    },
    { folder: "/nowhere", version: "1.2.3" },
  );
  return { exitCode, stderr: err.join("") };
}

const everything = () => readdirSync(folder, { recursive: true }).map(String).sort();

describe.each(COMMANDS)("kecs %s", (...argv) => {
  test.each([
    ["no instance", "", "error KECS1009: kecs:instance: "],
    ["an instance that leads out of the cache", "kecs:instance: ../../..", "error KECS1001"],
    ["an instance that is a pattern", "kecs:instance: .*", "error KECS1001: kecs:instance: "],
    ["an empty instance", 'kecs:instance: ""', "error KECS1009: kecs:instance: "],
  ])("refuses a stack with %s, asks nobody and removes nothing", async (_, line, message) => {
    writeFileSync(join(folder, "stacks", "Pulumi.dev.yaml"), `config:\n  ${line}\n`);
    const before = everything();
    const { exitCode, stderr } = await kecs(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(run).not.toHaveBeenCalled();
    expect(everything()).toEqual(before);
  });

  test.each(["../x", "", "a/../../x", "/etc/x", ".", "a/b/c/d", "x".repeat(101), "a b"])(
    'refuses --stack "%s" before it writes a file',
    async (stack) => {
      const before = everything();
      const { exitCode, stderr } = await kecs(...argv, "--stack", stack, "--instance", "new");
      expect(exitCode).toBe(2);
      expect(stderr).toContain("error KECS4001: --stack: ");
      expect(run).not.toHaveBeenCalled();
      expect(everything()).toEqual(before);
    },
  );
});

test("a stack without an instance is told how to get one", async () => {
  writeFileSync(join(folder, "stacks", "Pulumi.mine.yaml"), "config: {}\n");
  const { stderr } = await kecs("status");
  expect(stderr).toContain("hint: run: pulumi config set kecs:instance <name> --stack mine");
});
