import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { findProject } from "../../../../cli/project/project";
import { parseConfig, stackFiles } from "../../../../cli/project/stackFile";

const folder = mkdtempSync(join(tmpdir(), "kecs-project-"));
const project = join(folder, "mine");
const deep = join(project, "src", "deep");

beforeAll(() => {
  mkdirSync(deep, { recursive: true });
  mkdirSync(join(project, "stacks"));
  writeFileSync(
    join(project, "Pulumi.yaml"),
    "name: mine\nstackConfigDir: stacks\nbackend:\n  url: s3://state\n",
  );
  writeFileSync(join(project, "stacks", "Pulumi.b.yaml"), "config:\n  kecs:instance: two\n");
  writeFileSync(join(project, "stacks", "Pulumi.a.yaml"), "config:\n  kecs:instance: one\n");
  writeFileSync(join(project, "stacks", "notes.yaml"), "");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("finds the nearest project above a folder", () => {
  expect(findProject(deep, "/nowhere")).toEqual({
    name: "mine",
    folder: project,
    stacksFolder: join(project, "stacks"),
    backend: "s3://state",
  });
});

test("falls back to the package's own project", () => {
  expect(findProject(folder, join(project, "src")).folder).toBe(project);
});

test("rejects a place without any project", () => {
  expect(() => findProject(folder, folder)).toThrow("error KECS4006: there is no Pulumi.yaml");
});

test("lists the stacks that have a file, by name", () => {
  const found = stackFiles(findProject(deep, "/nowhere"));
  expect(found.map(({ stack, config }) => [stack, config["kecs:instance"]])).toEqual([
    ["a", "one"],
    ["b", "two"],
  ]);
});

test("reads plain values as texts, gives bare keys the project's name, leaves secrets out", () => {
  const text =
    "config:\n  kecs:httpPort: 8080\n  kecs:sample: true\n  own: x\n  kecs:s: {secure: v}\n";
  expect(parseConfig(text, "mine", "f")).toEqual({
    "kecs:httpPort": "8080",
    "kecs:sample": "true",
    "mine:own": "x",
  });
});

test("reads a file without any setting", () => {
  expect(parseConfig("", "mine", "f")).toEqual({});
  expect(parseConfig("config:\n", "mine", "f")).toEqual({});
});

test("rejects a file that is not YAML", () => {
  expect(() => parseConfig("config: [", "mine", "stacks/Pulumi.a.yaml")).toThrow(
    "error KECS1008: stacks/Pulumi.a.yaml: this is not YAML",
  );
});

test.each([
  ["a quotation mark", 'config:\n  kecs:a: "hunter2\n  b: c'],
  ["an alias", "config:\n  kecs:password: *hunter2"],
  ["a reserved sign", "config:\n  kecs:password: @hunter2"],
  ["two keys", "config:\n  hunter2: 1\n  hunter2: 2"],
  ["a deeper line", "config:\n  kecs:a: hunter2: x: y"],
  ["a text alone", "hunter2"],
])("tells the place of %s and quotes nothing of the file", (_, text) => {
  let said = "";
  try {
    parseConfig(text, "mine", "stacks/Pulumi.a.yaml");
  } catch (error) {
    said = inspect(error, { depth: 9 });
  }
  expect(said).toContain("error KECS1008: stacks/Pulumi.a.yaml: this ");
  expect(said).not.toContain("hunter2");
});

test("rejects a Pulumi.yaml that is not YAML", () => {
  const broken = join(folder, "broken");
  mkdirSync(broken);
  writeFileSync(join(broken, "Pulumi.yaml"), "name: [hunter2");
  expect(() => findProject(broken, "/nowhere")).toThrow(
    /^error KECS4006: \S+Pulumi\.yaml: this is not YAML: line 1, column \d+ \([a-z ]+\)\n/,
  );
});
