import { pluginScript } from "../../../../lab/parts/pluginWrappers";
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

test("the lab's wrappers run from a checkout whatever its folder is called", async () => {
  const script = pluginScript("/usr/bin/printf", "/o'neill/$x y", "command");
  const { stdout } = await run(["/bin/sh", "-c", script.replace(`"$@"`, "")]);
  expect(stdout).toBe("/o'neill/$x y/dist/lab/plugins/command/main.js");
});
