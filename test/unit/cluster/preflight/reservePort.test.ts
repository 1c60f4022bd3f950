import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reservePort } from "../../../../cluster/preflight/reservePort";

let cache = "";
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "kecs-ports-"));
});
afterEach(() => {
  rmSync(cache, { recursive: true });
});

const reserve = (instance: string, port: number): boolean =>
  reservePort({ KECS_CACHE_DIR: cache }, instance, port);
const held = (): string[] => readdirSync(join(cache, "ports")).sort();

test("gives a port to one instance alone", () => {
  expect(reserve("one", 8080)).toBe(true);
  expect(reserve("two", 8080)).toBe(false);
  expect(reserve("two", 8081)).toBe(true);
  expect(held()).toEqual(["8080", "8081"]);
});

test("gives an instance its own port again", () => {
  expect(reserve("one", 8080)).toBe(true);
  expect(reserve("one", 8080)).toBe(true);
});

test("forgets the ports of processes that ended", () => {
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  mkdirSync(join(cache, "ports"));
  writeFileSync(join(cache, "ports", "8080"), `${pid} one\n`);
  writeFileSync(join(cache, "ports", "8090"), "");
  expect(reserve("two", 8080)).toBe(true);
  expect(held()).toEqual(["8080"]);
});
