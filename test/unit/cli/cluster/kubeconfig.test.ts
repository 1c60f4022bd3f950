import { mkdtempSync, readFileSync, rmSync, statSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { removeKubeconfig, writeKubeconfig } from "../../../../cli/cluster/kubeconfig";

const cache = mkdtempSync(join(tmpdir(), "kecs-cache-"));
const env = { KECS_CACHE_DIR: cache };
afterAll(() => {
  rmSync(cache, { recursive: true });
});

test("only the user can read the kubeconfig, also one that is written again", async () => {
  await writeKubeconfig(env, "shop", "old");
  const file = await writeKubeconfig(env, "shop", "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
});

test("removing it twice is fine", async () => {
  const file = await writeKubeconfig(env, "gone", "text");
  await removeKubeconfig(env, "gone");
  await removeKubeconfig(env, "gone");
  expect(existsSync(file)).toBe(false);
});
