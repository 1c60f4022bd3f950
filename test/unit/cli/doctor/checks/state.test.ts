import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { judgeState, state, stateFacts } from "../../../../../cli/doctor/checks/state";

const home = mkdtempSync(join(tmpdir(), "kecs-doctor-"));
const env = { HOME: home };
const WHOLE = JSON.stringify({ version: 3, checkpoint: {} });
/** No process has it: ids of Linux and macOS end earlier. */
const GONE = 2 ** 30;

afterEach(() => {
  rmSync(join(home, ".pulumi"), { recursive: true, force: true });
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

function write(path: string, text: string): string {
  const file = join(home, ".pulumi", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const lock = (pid: number): string =>
  JSON.stringify({ pid, username: "ada", hostname: hostname(), timestamp: "2026-01-01T00:00:00Z" });

const LOCK = "locks/organization/kecs/shop/4d5e.json";

test("a state that ends in the middle fails, with its file", async () => {
  const file = write("stacks/kecs/shop.json", WHOLE.slice(0, -5));
  write("stacks/kecs/other.json", WHOLE);
  expect(await state.look({ env, cwd: home })).toMatchObject({
    state: "failed",
    code: "KECS3022",
    evidence: `kecs/shop ends in the middle: ${file}`,
  });
});

test("a lock of a process that is gone is a warning", () => {
  write("stacks/kecs/shop.json", WHOLE);
  const file = write(LOCK, lock(GONE));
  expect(judgeState(stateFacts(env))).toMatchObject({
    state: "warning",
    code: "KECS4004",
    evidence: `kecs/shop has a lock of a process that is gone: ${file}`,
  });
});

test.each([
  ["of a process that runs", lock(process.pid)],
  ["that is no lock", "{"],
])("a lock %s is left out", (_, text) => {
  write("stacks/kecs/shop.json", WHOLE);
  write(LOCK, text);
  expect(judgeState(stateFacts(env))).toEqual({
    ...{ state: "ok", evidence: "kecs/shop: whole, and no lock was left behind" },
  });
});

test("copies and notes beside a state are no stacks", () => {
  for (const name of ["shop.json", "shop.json.bak", "shop.json.attrs", "shop.json.damaged"]) {
    write(`stacks/kecs/${name}`, name.endsWith(".damaged") ? "{" : WHOLE);
  }
  expect(stateFacts(env)?.map(({ stack }) => stack)).toEqual(["shop"]);
});

test("nothing yet is fine, and a backend of the user's is not looked at", () => {
  expect(judgeState(stateFacts(env))).toEqual({ state: "ok", evidence: "no stack yet" });
  expect(stateFacts({ ...env, PULUMI_BACKEND_URL: "s3://states" })).toBeUndefined();
  expect(judgeState(undefined).state).toBe("ok");
});
