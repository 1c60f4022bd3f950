import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listStrayFiles } from "../../../../cluster/files/strayFiles";

const cache = mkdtempSync(join(tmpdir(), "kecs-stray-"));
/** No process of Linux or macOS has a number as high as this. */
const GONE = 2 ** 30;

afterAll(() => {
  rmSync(cache, { recursive: true });
});

test("only what was half written by a process that is gone is stray", async () => {
  expect(await listStrayFiles({ KECS_CACHE_DIR: cache })).toEqual([]);
  const shop = join(cache, "instances", "shop");
  mkdirSync(shop, { recursive: true });
  for (const name of [
    "kubeconfig",
    `kubeconfig.${GONE}`,
    `kubeconfig.${process.pid}`,
    `api.json.${GONE}`,
    "api.json",
    `notes.${GONE}`,
  ]) {
    writeFileSync(join(shop, name), "");
  }
  writeFileSync(join(cache, "instances", "no-folder"), "");
  expect(await listStrayFiles({ KECS_CACHE_DIR: cache })).toEqual([
    join(shop, `api.json.${GONE}`),
    join(shop, `kubeconfig.${GONE}`),
  ]);
});
