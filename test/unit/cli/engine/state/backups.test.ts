import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { forgetBackups, pruneBackups } from "../../../../../cli/engine/state/backups";

let home = "";
const env = (url = `file://${home}`) => ({ HOME: home, PULUMI_BACKEND_URL: url });
const folder = (): string => join(home, ".pulumi", "backups", "shop", "dev");
const write = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "{}");
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kecs-backups-"));
  // The times of Pulumi are nanoseconds: more digits than a number holds.
  for (let i = 1; i <= 9; i += 1) write(join(folder(), `dev.176400000000000000${i}.json`));
  write(join(folder(), "notes.txt"));
  write(join(folder(), "other.1764000000000000001.json"));
  write(join(folder(), "..", "dev2", "dev2.1764000000000000001.json"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

test("keeps the last five backups of a stack, and what is no backup of it", () => {
  pruneBackups(env(), "shop", "organization/shop/dev");
  expect(readdirSync(folder()).sort()).toEqual([
    ...[5, 6, 7, 8, 9].map((i) => `dev.176400000000000000${i}.json`),
    "notes.txt",
    "other.1764000000000000001.json",
  ]);
  expect(readdirSync(join(folder(), "..", "dev2"))).toHaveLength(1);
});

test("of a removed stack nothing stays but what is not Pulumi's", () => {
  const state = join(home, ".pulumi", "stacks", "shop");
  write(join(state, "dev.json.bak"));
  write(join(state, "dev.json.gz.damaged"));
  write(join(state, "dev2.json.bak"));
  forgetBackups(env(), "shop", "dev");
  expect(readdirSync(folder()).sort()).toEqual(["notes.txt", "other.1764000000000000001.json"]);
  expect(readdirSync(state)).toEqual(["dev2.json.bak"]);
  forgetBackups(env(), "shop", "dev2");
  expect(existsSync(join(folder(), "..", "dev2"))).toBe(false);
});

test.each([
  ["a backend of the user's", "s3://state", "shop", "dev"],
  ["a project whose name is a path", undefined, "x/../shop", "dev"],
  ["a stack whose name is a path", undefined, "shop", ".."],
])("touches nothing for %s", (_, url, project, stack) => {
  forgetBackups(env(url), project, stack);
  pruneBackups(env(url), project, stack);
  expect(readdirSync(folder())).toHaveLength(11);
});

test("a stack without a backup is no fault", () => {
  expect(() => {
    pruneBackups(env(), "shop", "fresh");
  }).not.toThrow();
});
