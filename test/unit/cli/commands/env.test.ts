import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { writeApiFile } from "../../../../api/process/apiFile";
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

async function exported(
  more: NodeJS.ProcessEnv = {},
  options: readonly string[] = [],
): Promise<string[]> {
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
  expect(await runCli(["env", ...options], io, { folder: "/nowhere", version: "1.2.3" })).toBe(0);
  return out.join("").trimEnd().split("\n");
}

test("exports what a plain pulumi needs for a new stack, and makes its passphrase", async () => {
  const file = join(root, "data", "pulumi", "passphrase");
  expect(await exported()).toEqual([
    "unset PULUMI_CONFIG_PASSPHRASE",
    `export KUBECONFIG='${join(root, "cache", "instances", "myapp", "kubeconfig")}'`,
    "export PULUMI_SKIP_UPDATE_CHECK='true'",
    `export PULUMI_BACKEND_URL='file://${join(root, "home")}'`,
    "export PULUMI_DIY_BACKEND_GZIP='true'",
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

describe("an instance with an AWS API", () => {
  beforeEach(async () => {
    await writeApiFile({ KECS_CACHE_DIR: join(root, "cache") }, "myapp", { port: 5373, pid: 1 });
  });

  test("leads AWS's clients there, and nowhere else", async () => {
    const given = { AWS_ENDPOINT_URL_ECS: "https://ecs.example", AWS_PROFILE: "work" };
    const lines = (await exported(given)).filter((line) => line.includes("AWS"));
    expect(lines).toEqual([
      "unset AWS_ENDPOINT_URL_ECS",
      "unset AWS_PROFILE",
      "export AWS_ENDPOINT_URL='http://127.0.0.1:5373'",
      "export AWS_ACCESS_KEY_ID='kecs'",
      "export AWS_SECRET_ACCESS_KEY='kecs'",
      "export AWS_REGION='us-east-1'",
      "export AWS_DEFAULT_REGION='us-east-1'",
    ]);
  });

  test("writes them into a file of its own if asked to", async () => {
    stack("  kecs:region: eu-west-1\n");
    const file = join(root, "cache", "instances", "myapp", "aws-config");
    const given = { AWS_ACCESS_KEY_ID: "real" };
    const lines = (await exported(given, ["--profile"])).filter((line) => line.includes("AWS"));
    expect(lines).toEqual([
      "unset AWS_ACCESS_KEY_ID",
      `export AWS_CONFIG_FILE='${file}'`,
      `export AWS_SHARED_CREDENTIALS_FILE='${file}'`,
    ]);
    expect(readFileSync(file, "utf8")).toBe(
      "[default]\nendpoint_url = http://127.0.0.1:5373\nregion = eu-west-1\naws_access_key_id = kecs\naws_secret_access_key = kecs\n",
    );
  });
});
