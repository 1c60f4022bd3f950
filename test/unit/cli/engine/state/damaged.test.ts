import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { damagedState, mendState, refuseDamaged } from "../../../../../cli/engine/state/damaged";
import { KecsError, type Issue } from "../../../../../core/validate";

let home = "";
let stacks = "";
let backups = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kecs-damaged-"));
  stacks = join(home, ".pulumi", "stacks", "kecs");
  backups = join(home, ".pulumi", "backups", "kecs", "dev");
  mkdirSync(stacks, { recursive: true });
  mkdirSync(backups, { recursive: true });
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const env = () => ({ HOME: home, PULUMI_BACKEND_URL: `file://${home}` });
const state = (of: string) => JSON.stringify({ version: 3, checkpoint: { stack: of } });
const whole = (of: string) => gzipSync(state(of));
const cut = whole("now").subarray(0, 20);
const write = (folder: string, name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
};

function refused(): readonly Issue[] {
  try {
    refuseDamaged(env(), "kecs", "dev");
  } catch (error) {
    if (KecsError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

test.each<[string, string, string | Uint8Array]>([
  ["a whole state", "dev.json.gz", whole("now")],
  ["a whole state that is not compressed", "dev.json", state("now")],
  ["a state of another stack that is cut", "prod.json.gz", cut],
])("finds no damage in %s", (_, name, content) => {
  write(stacks, name, content);
  expect(damagedState(env(), "kecs", "dev")).toBeUndefined();
  expect(mendState(env(), "kecs", "dev")).toBeUndefined();
});

test("says nothing of a backend that the user chose", () => {
  write(stacks, "dev.json.gz", cut);
  expect(damagedState({ ...env(), PULUMI_BACKEND_URL: "file:///srv" }, "kecs", "dev")).toBe(
    undefined,
  );
});

test.each<[string, string, string | Uint8Array]>([
  ["is cut", "dev.json.gz", cut],
  ["is empty", "dev.json.gz", ""],
  ["is empty and not compressed", "dev.json", ""],
  ["is no state", "dev.json", "{}"],
  ["holds nothing", "dev.json", "null"],
])("names the file of a state that %s, and the way out", (_, name, content) => {
  write(stacks, name, content);
  const issues = refused();
  expect(issues.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: "KECS3022", path: join(stacks, name) },
  ]);
  expect(issues[0]?.hint).toContain("kecs start --stack dev");
});

test("puts the copy of the last update in the place of a damaged state, and keeps that", () => {
  write(stacks, "dev.json.gz", cut);
  write(stacks, "dev.json.gz.attrs", "{}");
  write(stacks, "dev.json.gz.bak", whole("before"));
  write(backups, "dev.1700000000000000000.json.gz", whole("long before"));
  expect(mendState(env(), "kecs", "dev")).toBe(
    `the state of stack dev is damaged: ${join(stacks, "dev.json.gz")} is kept as ${join(stacks, "dev.json.gz.damaged")}, and its copy ${join(stacks, "dev.json.gz.bak")} takes its place`,
  );
  expect(gunzipSync(readFileSync(join(stacks, "dev.json.gz"))).toString()).toBe(state("before"));
  expect(readFileSync(join(stacks, "dev.json.gz.damaged"))).toEqual(Buffer.from(cut));
});

test("takes the newest backup that can be read where the copy is damaged too", () => {
  write(stacks, "dev.json.gz", cut);
  write(stacks, "dev.json.gz.bak", cut);
  write(backups, "dev.1700000000000000003.json.gz", cut);
  write(backups, "dev.1700000000000000002.json.gz", whole("second"));
  write(backups, "dev.1700000000000000001.json.gz", whole("first"));
  mendState(env(), "kecs", "dev");
  expect(gunzipSync(readFileSync(join(stacks, "dev.json.gz"))).toString()).toBe(state("second"));
});

test("puts damaged notes of Pulumi's aside, and leaves the state as it is", () => {
  write(stacks, "dev.json.gz", whole("now"));
  write(stacks, "dev.json.gz.attrs", "");
  expect(refused()[0]?.path).toBe(join(stacks, "dev.json.gz.attrs"));
  expect(mendState(env(), "kecs", "dev")).toContain("and not needed");
  expect(readdirSync(stacks).sort()).toEqual(["dev.json.gz", "dev.json.gz.attrs.damaged"]);
  expect(damagedState(env(), "kecs", "dev")).toBeUndefined();
});

test("begins anew where there is no copy", () => {
  rmSync(backups, { recursive: true });
  write(stacks, "dev.json.gz", cut);
  expect(mendState(env(), "kecs", "dev")).toContain("there is no copy of it");
  expect(readdirSync(stacks)).toEqual(["dev.json.gz.damaged"]);
});
