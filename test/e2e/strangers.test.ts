import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pluginFiles } from "../../cluster/traefik/assets";
import { run } from "../../cluster/process/run";

/*
 * The plugin itself, compiled, beside an API server that counts: strangers_test.go says what each kind of
 * stranger may cost.
 */

const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";
const COMPILES_WITHIN_MS = 500_000;

const folder = mkdtempSync(join(tmpdir(), "kecs-plugin-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a stranger costs the API server a bounded number of requests", async () => {
  const account = join(folder, "account");
  const code = join(folder, "plugin");
  for (const each of [account, code]) mkdirSync(each);
  const files = Object.entries(pluginFiles());
  expect(files.filter(([, text]) => text.includes(`"${ACCOUNT}"`))).toHaveLength(1);
  for (const [name, text] of files) {
    writeFileSync(join(code, name), text.replace(ACCOUNT, `${account}/`));
  }
  cpSync(join(__dirname, "strangers", "strangers_test.go"), join(code, "strangers_test.go"));
  const {
    code: exit,
    stdout,
    stderr,
  } = await run(["go", "-C", code, "test", "-count=1", "./..."], {
    timeoutMs: COMPILES_WITHIN_MS,
    env: { GOTOOLCHAIN: "local", GOFLAGS: "-mod=mod" },
  });
  expect(`${stdout}${stderr}`).toMatch(/^ok\s/m);
  expect(exit).toBe(0);
});
