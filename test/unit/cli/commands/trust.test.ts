import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { authorityFacts } from "../../../../cluster/authority/authorityFacts";
import { ensureAuthority } from "../../../../cluster/authority/authorityFiles";
import { freshEnv, removeFreshEnvs } from "../../../helpers/dataFolder";

afterAll(removeFreshEnvs);

/** A machine whose only trust store is a database of Chrome, and a certutil that notes its calls. */
function machine(certutil: string) {
  const { KECS_DATA_DIR } = freshEnv();
  const folder = join(KECS_DATA_DIR, "..");
  const database = join(folder, ".pki/nssdb");
  const bin = join(folder, "bin");
  for (const made of [bin, database]) mkdirSync(made, { recursive: true });
  writeFileSync(join(database, "cert9.db"), "");
  const calls = join(folder, "calls");
  const script = `#!/bin/sh\nprintf '%s\\n' "$*" >>${calls}\n${certutil}\n`;
  writeFileSync(join(bin, "certutil"), script);
  chmodSync(join(bin, "certutil"), 0o755);
  return {
    env: { KECS_DATA_DIR, HOME: folder, PATH: bin },
    database,
    calls: () => (existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : []),
  };
}

async function kecs(env: NodeJS.ProcessEnv, argv: string[], terminal?: string) {
  const out: string[] = [];
  const err: string[] = [];
  const isTTY = terminal !== undefined;
  const exitCode = await runCli(
    ["trust", ...argv],
    {
      stdin: Object.assign(Readable.from(isTTY ? [terminal] : []), { isTTY }),
      stdout: { write: (text: string) => out.push(text) },
      stderr: { isTTY, write: (text: string) => err.push(text) },
      env,
      cwd: "/",
      signal: new AbortController().signal,
    },
    { folder: "/nowhere", version: "1.2.3" },
  );
  return { exitCode, stdout: out.join(""), stderr: err.join("") };
}

test("explains that there is no authority, needs no project, and leaves no trace", async () => {
  const { env } = machine("exit 0");
  const { exitCode, stdout } = await kecs(env, []);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("There is no certificate authority yet.");
  expect(existsSync(env.KECS_DATA_DIR)).toBe(false);
});

test("tells of the authority as one document", async () => {
  const { env } = machine("exit 0");
  const { certificate } = await ensureAuthority(env);
  const { exitCode, stdout } = await kecs(env, ["--json"]);
  expect(exitCode).toBe(0);
  const file = join(env.KECS_DATA_DIR, "ca", "ca.pem");
  expect((JSON.parse(stdout) as { result: object }).result).toMatchObject({
    exists: true,
    ...authorityFacts(file, certificate),
  });
});

test("rejects both directions at once", async () => {
  const { env } = machine("exit 0");
  const { exitCode, stderr } = await kecs(env, ["--install", "--uninstall"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS4001: --uninstall: contradicts --install");
});

test.each(["--stack", "--instance"])("knows no %s: it is about no stack", async (option) => {
  const { env } = machine("exit 0");
  expect((await kecs(env, [option, "dev"])).exitCode).toBe(2);
});

test("rejects to take back the trust of an authority that is not there", async () => {
  const { env } = machine("exit 0");
  const { exitCode, stderr } = await kecs(env, ["--uninstall", "--yes"]);
  expect(exitCode).toBe(3);
  expect(stderr).toContain("error KECS2008");
});

/* The machine's own store is the administrator's: these ask and stop, and never come to run it. */
test("asks nobody where nobody can answer, and changes nothing", async () => {
  const { env, calls } = machine("exit 0");
  const { exitCode, stderr } = await kecs(env, ["--install"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("error KECS4003: trust would run: ");
  expect(calls()).toEqual([]);
});

test("shows every command line before it asks, and takes no for an answer", async () => {
  const { env, calls, database } = machine("exit 0");
  const { exitCode, stderr } = await kecs(env, ["--install"], "n\n");
  expect(exitCode).toBe(130);
  expect(stderr).toContain(`\n  certutil -d sql:${database} -A -t C,, -n 'KECS local CA `);
  expect(stderr).toContain("Continue? [y/N] ");
  expect(calls()).toEqual([]);
});
