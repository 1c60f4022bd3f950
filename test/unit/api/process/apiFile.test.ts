import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiLog, readApiFile, removeApiFiles, writeApiFile } from "../../../../api/process/apiFile";
import { findApi } from "../../../../api/process/findApi";

let cache: string;
let env: Record<string, string>;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "kecs-api-"));
  env = { KECS_CACHE_DIR: cache };
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

test("port and process are kept for this user alone, until the instance goes", async () => {
  expect(await readApiFile(env, "myapp")).toBeUndefined();
  await writeApiFile(env, "myapp", { port: 5373, pid: 12 });
  expect(await readApiFile(env, "myapp")).toEqual({ port: 5373, pid: 12 });
  const file = join(cache, "instances", "myapp", "api.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(apiLog(env, "myapp"), "");
  await removeApiFiles(env, "myapp");
  expect([existsSync(file), existsSync(apiLog(env, "myapp"))]).toEqual([false, false]);
});

test.each(["", "{", "[]", '{"port":"5373","pid":1}', '{"port":5373}'])(
  "a broken file says nothing: %s",
  async (text) => {
    await writeApiFile(env, "myapp", { port: 1, pid: 1 });
    writeFileSync(join(cache, "instances", "myapp", "api.json"), text);
    expect(await readApiFile(env, "myapp")).toBeUndefined();
  },
);

test("a port that nobody answers on has no API", async () => {
  await writeApiFile(env, "myapp", { port: 1, pid: 12 });
  expect(await findApi(env, "myapp")).toBeUndefined();
});
