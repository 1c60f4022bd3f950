import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pluginFiles } from "../../../../components/instance/traefik/assets";
import { run } from "../../../../components/internal/run";

const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";
const PATIENCE_MS = 180_000;

/*
 * The plugin itself, compiled, beside an API server that counts: strangers_test.go says what each kind of
 * stranger may cost.
 */
test(
  "lets a stranger cost the API server a bounded number of requests",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "kecs-plugin-"));
    try {
      const account = join(folder, "account");
      const code = join(folder, "plugin");
      for (const each of [account, code]) mkdirSync(each);
      const files = Object.entries(pluginFiles());
      expect(files.filter(([, text]) => text.includes(`"${ACCOUNT}"`))).toHaveLength(1);
      for (const [name, text] of files) {
        writeFileSync(join(code, name), text.replace(ACCOUNT, `${account}/`));
      }
      cpSync(join(__dirname, "strangers_test.go"), join(code, "strangers_test.go"));
      const result = await run(["go", "-C", code, "test", "-count=1", "./..."], {
        timeoutMs: PATIENCE_MS,
        env: { GOTOOLCHAIN: "local", GOFLAGS: "-mod=mod" },
      });
      expect(`${result.stdout}${result.stderr}`).toMatch(/^ok\s/m);
      expect(result.code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  PATIENCE_MS,
);
