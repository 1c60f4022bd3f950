import type { Command } from "./command";
import { optionsOf } from "./options";

/**
 * A command line with a `--` before the program that a command is to run, so that the options of that
 * program stay its own: `kecs exec web --task 3f2a ls -l`.
 */
export function withProgramApart(argv: readonly string[], commands: readonly Command[]): string[] {
  const command = commands.find(({ name }) => name === argv[0]);
  if (command?.runsProgram !== true) return [...argv];
  const takesValue = optionsOf(command)
    .filter(({ flags }) => flags.includes(" <"))
    .map(({ flags }) => flags.split(" ")[0]);
  let operands = 0;
  for (let i = 1; i < argv.length; i += 1) {
    const argument = argv[i] ?? "";
    if (argument === "--") break;
    if (takesValue.includes(argument)) i += 1;
    else if (!argument.startsWith("-") && (operands += 1) === 2) {
      return [...argv.slice(0, i), "--", ...argv.slice(i)];
    }
  }
  return [...argv];
}
