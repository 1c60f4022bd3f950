import type { Command, Option } from "./command";

const OF_ALL: readonly Option[] = [
  { flags: "--quiet", summary: "print only errors and the result" },
  { flags: "--verbose", summary: "show Pulumi's output" },
  { flags: "--debug", summary: "show stack traces" },
];
const OF_DATA: readonly Option[] = [{ flags: "--json", summary: "print one JSON document" }];
const OF_STACK: readonly Option[] = [
  { flags: "--stack <name>", summary: "the stack, by its name in Pulumi" },
  { flags: "--instance <name>", summary: "the stack with this kecs:instance" },
];

/** Every option of a command, in the order of its help. */
export function optionsOf({ options = [], runsProgram, isOfMachine }: Command): readonly Option[] {
  return [
    ...OF_ALL,
    ...(runsProgram === true ? [] : OF_DATA),
    ...(isOfMachine === true ? [] : OF_STACK),
    ...options,
  ];
}
