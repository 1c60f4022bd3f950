import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../cli/cli";

const folder = mkdtempSync(join(tmpdir(), "kecs-cli-"));
beforeAll(() => {
  mkdirSync(join(folder, "stacks"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\nstackConfigDir: stacks\n");
  writeFileSync(
    join(folder, "stacks", "Pulumi.dev.yaml"),
    "config:\n  kecs:instance: myapp\n  kecs:httpPort: 99999\n  kecs:htpsPort: 1\n",
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function kecs(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCli(
    argv,
    {
      stdin: Readable.from([]),
      stdout: { write: (text: string) => out.push(text) },
      stderr: { write: (text: string) => err.push(text) },
      env: {},
      cwd: folder,
      signal: new AbortController().signal,
    },
    { folder: "/nowhere", version: "1.2.3" },
  );
  return { exitCode, stdout: out.join(""), stderr: err.join("") };
}

test("--version and --help answer on stdout with 0", async () => {
  expect(await kecs("--version")).toEqual({ exitCode: 0, stdout: "1.2.3\n", stderr: "" });
  const help = await kecs("--help");
  expect(help.exitCode).toBe(0);
  const looks = ["status", "urls", "explain", "ps", "logs", "exec"];
  const ends = ["sleep", "wake", "stop", "destroy", "prune"];
  for (const name of ["start", ...looks, ...ends, "env", "trust"]) {
    expect(help.stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
  }
});

test("no command at all is a mistake, and shows the help", async () => {
  const answer = await kecs();
  expect(answer).toMatchObject({ exitCode: 2, stdout: "" });
  expect(answer.stderr).toContain("Usage: kecs");
});

test.each([
  [["start", "--bogus"], "error KECS4001: unknown option '--bogus'\n"],
  [["strt"], "error KECS4001: unknown command 'strt'"],
  [["start", "--range", "9-5x", "--instance", "new"], 'KECS4001: --range: "9-5x" is not a range'],
  [["start", "--instance", "Bad_Name"], 'error KECS1001: --instance: "Bad_Name" is not a name'],
  [["explain"], "KECS4001: missing required argument 'url'"],
  [["explain", "a", "b"], "KECS4001: too many arguments for 'explain'"],
  [["explain", "shop.test/x"], 'KECS4001: <url>: "shop.test/x" is not a URL of a listener'],
  [["explain", "http://a.test/", "--header", "X"], 'KECS4001: --header: "X" is not a header'],
  [["logs"], "KECS4001: missing required argument 'service'"],
  [["logs", "web", "--since", "10"], 'KECS4001: --since: "10" is not a time span'],
  [["logs", "web", "--tail", "-1"], 'KECS4001: --tail: "-1" is not a number of lines'],
  [["exec"], "KECS4001: missing required argument 'service'"],
  [["ps", "a", "b"], "KECS4001: too many arguments for 'ps'"],
  [["start", "--http-port", "81"], 'kecs:httpPort: stack "dev" has "99999" here, not "81"'],
])("rejects %j with exit code 2", async (argv, message) => {
  const { exitCode, stdout, stderr } = await kecs(...argv);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("exec has no --json: what it prints is the command's", async () => {
  const { exitCode, stderr } = await kecs("exec", "--json", "web");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("KECS4001: unknown option '--json'");
});

test("rejects a wrong configuration before it looks at the machine, all problems at once", async () => {
  const { exitCode, stdout, stderr } = await kecs("start", "--stack", "dev");
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain("error KECS1014: kecs:htpsPort: there is no such setting");
  expect(stderr).toContain('error KECS1002: kecs:httpPort: "99999" is not a port');
  expect(stderr).toMatch(/^2 problems$/m);
});

test.each(["start", "status", "urls", "ps", "sleep", "wake", "stop", "env", "destroy"])(
  "%s of an unknown stack ends with 4",
  async (command) => {
    const { exitCode, stderr } = await kecs(command, "--stack", "nope");
    expect(exitCode).toBe(4);
    expect(stderr).toContain('error KECS4002: --stack: there is no stack "nope"; there are "dev"');
  },
);

test.each(["status", "urls", "stop", "env"])(
  "%s of an unknown instance ends with 4",
  async (name) => {
    const { exitCode, stderr } = await kecs(name, "--instance", "nope");
    expect(exitCode).toBe(4);
    expect(stderr).toContain('error KECS4002: --instance: no stack has the instance "nope"');
  },
);

test.each(["logs", "exec"])("%s of an unknown stack or instance ends with 4", async (command) => {
  for (const option of ["--stack", "--instance"]) {
    const { exitCode, stderr } = await kecs(command, "web", option, "nope");
    expect(exitCode).toBe(4);
    expect(stderr).toContain(`error KECS4002: ${option}: `);
  }
});

test("explain of an unknown stack or instance ends with 4, wherever the options stand", async () => {
  const url = "http://a.test/";
  for (const argv of [
    ["explain", "--stack", "nope", url],
    ["explain", url, "--header", "X-A: 1", "--header", "X-B: 2", "--instance", "nope"],
  ]) {
    const { exitCode, stderr } = await kecs(...argv);
    expect(exitCode).toBe(4);
    expect(stderr).toContain("error KECS4002: --");
  }
});

test.each([[["status", "--stack", "nope"]], [["status", "--bogus"]]])(
  "--json is one document also for a failure: %j",
  async (argv) => {
    const { stdout } = await kecs(...argv, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      ok: false,
      result: null,
      issues: [{ severity: "error", message: expect.any(String) as string }],
    });
  },
);
