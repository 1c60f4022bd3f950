import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contextDigest, modeText } from "../../../../../lab/plugins/docker/contextDigest";

const folder = mkdtempSync(join(tmpdir(), "kecs-context-"));
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};
const digest = (): string => contextDigest(folder, join(folder, "Dockerfile"));

beforeEach(() => {
  write("Dockerfile", "FROM scratch\n");
  write("main.js", "1");
  write(".dockerignore", "*.log\n");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("contents and modes count, ignored files do not", () => {
  const before = digest();
  write("a.log", "said");
  expect(digest()).toBe(before);
  write("main.js", "2");
  const changed = digest();
  expect(changed).not.toBe(before);
  chmodSync(join(folder, "main.js"), 0o755);
  expect(digest()).not.toBe(changed);
  chmodSync(join(folder, "main.js"), 0o644);
});

test.each([
  [0o100644, "-rw-r--r--"],
  [0o120777, "Lrwxrwxrwx"],
  [0o104755, "urwxr-xr-x"],
])("mode %o is %s, as Go writes it", (mode, text) => {
  expect(modeText({ mode })).toBe(text);
});
