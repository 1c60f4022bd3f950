import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";

jest.mock("../../../../cli/machine/prepare");

/** Made by Pulumi 3.250 with the empty passphrase. */
const EMPTY = "v1:b3MrrmVzvpU=:v1:RWm1wEHVhH40wJR6:PbNF7iGAVoLCiXVQgVTw+y/whh9J/A==";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kecs-env-"));
  mkdirSync(join(root, "home"));
  writeFileSync(join(root, "Pulumi.yaml"), "name: shop\n");
  stack("");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function stack(more: string): void {
  writeFileSync(join(root, "Pulumi.dev.yaml"), `config:\n  kecs:instance: myapp\n${more}`);
}

async function exported(more: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const out: string[] = [];
  const io = {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => out.push(text) },
    env: {
      HOME: join(root, "home"),
      KECS_DATA_DIR: join(root, "data"),
      KECS_CACHE_DIR: join(root, "cache"),
      PULUMI_HOME: join(root, "pulumi"),
      ...more,
    },
    cwd: root,
    signal: new AbortController().signal,
  };
  expect(await runCli(["env"], io, { folder: "/nowhere", version: "1.2.3" })).toBe(0);
  return out.join("").trimEnd().split("\n");
}

test("exports what a plain pulumi needs for a new stack, and makes its passphrase", async () => {
  const file = join(root, "data", "pulumi", "passphrase");
  expect(await exported()).toEqual([
    "unset PULUMI_CONFIG_PASSPHRASE",
    `export KUBECONFIG='${join(root, "cache", "instances", "myapp", "kubeconfig")}'`,
    "export PULUMI_SKIP_UPDATE_CHECK='true'",
    `export PULUMI_BACKEND_URL='file://${join(root, "home")}'`,
    "export KECS_STATE='own'",
    `export PULUMI_CONFIG_PASSPHRASE_FILE='${file}'`,
  ]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("exports the empty passphrase for a stack that was made with it", async () => {
  stack(`encryptionsalt: ${EMPTY}\n`);
  const lines = await exported();
  expect([lines[0], lines.at(-1)]).toEqual([
    "unset PULUMI_CONFIG_PASSPHRASE_FILE",
    "export PULUMI_CONFIG_PASSPHRASE=''",
  ]);
  expect(existsSync(join(root, "data"))).toBe(false);
});

test("adds nothing to a backend of the user's", async () => {
  const lines = await exported({ PULUMI_BACKEND_URL: "s3://state" });
  expect(lines.filter((line) => /BACKEND|PASSPHRASE/.test(line))).toEqual([]);
  expect(existsSync(join(root, "data"))).toBe(false);
  expect(existsSync(join(root, "home", ".pulumi"))).toBe(false);
});

test("repeats the user's own value of a setting", async () => {
  const lines = await exported({ PULUMI_SKIP_UPDATE_CHECK: "false" });
  expect(lines).toContain("export PULUMI_SKIP_UPDATE_CHECK='false'");
});
