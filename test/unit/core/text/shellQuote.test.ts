import { pluginFolder } from "../../../../lab/parts/plugins";
import { singleQuoted as labQuoted } from "../../../../lab/shellQuote";
import { run } from "../../../../cluster/process/run";
import { shellQuote, singleQuoted } from "../../../../core/text/shellQuote";

const WORDS = [
  "plain",
  "",
  "a b",
  "o'neill",
  "''",
  "$HOME",
  "`id`",
  '"',
  "a\nb",
  "-n",
  "\\",
  "*",
  "~",
];

test.each([
  ["shellQuote", shellQuote],
  ["singleQuoted", singleQuoted],
  ["the lab's", labQuoted],
])("a shell takes what %s wrote for the very words", async (_, quote) => {
  const line = `printf '[%s]' ${WORDS.map(quote).join(" ")}`;
  const { stdout } = await run(["/bin/sh", "-c", line]);
  expect(stdout).toBe(WORDS.map((word) => `[${word}]`).join(""));
});

test("words that need no quotes have none", () => {
  expect(["docker", "/a/b.c", "x=y:1,2", "me@host"].map(shellQuote)).toEqual([
    "docker",
    "/a/b.c",
    "x=y:1,2",
    "me@host",
  ]);
});

test("the lab's wrappers run from a cache whatever its folder is called", async () => {
  const { folder, files } = pluginFolder("/o'neill/$x y", "bundle", "/usr/bin/printf");
  const script = files.find(({ name }) => name === "pulumi-resource-command")?.text ?? "";
  const { stdout } = await run(["/bin/sh", "-c", script.replace(` command "$@"`, "")]);
  expect(stdout).toBe(`${folder}/plugins.js`);
});
