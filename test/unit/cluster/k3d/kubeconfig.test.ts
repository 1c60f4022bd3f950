import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { removeKubeconfig, writeKubeconfig } from "../../../../cluster/k3d/kubeconfig";

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

test("removes what KECS wrote and leaves everything else where it is", async () => {
  const file = await writeKubeconfig(env, "mixed", "text");
  writeFileSync(`${file}.4711`, "half a kubeconfig");
  writeFileSync(join(dirname(file), "notes.txt"), "mine");
  mkdirSync(join(dirname(file), "kubeconfig.d"));
  await removeKubeconfig(env, "mixed");
  expect(readdirSync(dirname(file)).sort()).toEqual(["kubeconfig.d", "notes.txt"]);
});

test("the empty folder goes too, and its neighbours stay", async () => {
  const gone = await writeKubeconfig(env, "one", "text");
  const stays = await writeKubeconfig(env, "two", "text");
  await removeKubeconfig(env, "one");
  expect(existsSync(dirname(gone))).toBe(false);
  expect(existsSync(stays)).toBe(true);
});

test.each(["..", "../..", "", "."])("removes nothing for the name %j", async (name) => {
  const stays = await writeKubeconfig(env, "kept", "text");
  await expect(removeKubeconfig(env, name)).rejects.toThrow("KECS1001");
  expect(existsSync(stays)).toBe(true);
});

test("a place that is not writable is told with its path", async () => {
  const blocked = join(cache, "blocked");
  writeFileSync(blocked, "a file, not a folder");
  await expect(writeKubeconfig({ KECS_CACHE_DIR: blocked }, "shop", "text")).rejects.toThrow(
    `error KECS4008: ${join(blocked, "instances", "shop", "kubeconfig")}: it cannot be written: `,
  );
});
