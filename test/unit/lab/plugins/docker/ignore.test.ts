import { parseIgnore } from "../../../../../lab/plugins/docker/ignore";

test.each([
  ["*.log", "a.log", true],
  ["*.log", "sub/a.log", false],
  ["**/*.log", "sub/deep/a.log", true],
  ["**/*.log", "a.log", true],
  ["node_modules", "node_modules/x/y.js", true],
  ["/dist/", "dist/main.js", true],
  ["a?c", "abc", true],
  ["a.c", "abc", false],
  ["*.md\n!README.md", "README.md", false],
  ["!README.md\n*.md", "README.md", true],
  ["# *.md", "README.md", false],
])("%j against %s: %s", (text, file, ignored) => {
  expect(parseIgnore(text).ignores(file)).toBe(ignored);
});
