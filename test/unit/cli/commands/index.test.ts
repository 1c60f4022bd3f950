import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../../../cli/commands";

const PAGE = readFileSync(join(__dirname, "..", "..", "..", "..", "docs", "cli.md"), "utf8");

test("every command has a name of its own", () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
});

test.each(commands.map((command) => [command.name, command] as const))(
  "docs/cli.md tells of kecs %s and its options",
  (name, command) => {
    const [, section = ""] = PAGE.split(`\n## kecs ${name}\n`);
    const [text = ""] = section.split("\n## ");
    expect(text).not.toBe("");
    for (const { flags } of command.options ?? []) expect(text).toContain(flags.split(" ")[0]);
  },
);
