import { Command as Program, CommanderError } from "commander";
import { KecsError, problem, type Issue } from "../core/validate";
import type { Command, CommonOptions } from "./command";
import { commands } from "./commands";
import { silencePulumi } from "./engine/pulumiSettings";
import { optionsOf } from "./options";
import { withProgramApart } from "./programArguments";
import { EXIT, exitCodeFor } from "./exitCodes";
import { unexpectedFileProblem } from "../cluster/files/fileProblem";
import { interrupted, orInterrupted } from "./interrupted";
import type { Io } from "./io";
import { consoleOn } from "./ui/console";
import { failure, flawed, render, success } from "./ui/document";

/** Where the package is and what it calls itself. */
export interface Package {
  readonly folder: string;
  readonly version: string;
}

/** Runs one command line; returns the exit code. */
export async function runCli(argv: readonly string[], io: Io, own: Package): Promise<number> {
  let exitCode: number = EXIT.ok;
  const perform: Perform = async (command, options, operands) => {
    exitCode = await execute(command, options, operands, io, own);
  };
  try {
    await program(io, own, perform).parseAsync(withProgramApart(argv, commands), { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.ok;
    // Without a command the help was shown, and that says it all.
    if (error.code === "commander.help") return EXIT.usage;
    return fail([usage(error)], { json: argv.includes("--json") }, io);
  }
}

async function execute(
  command: Command,
  options: CommonOptions,
  operands: readonly string[],
  io: Io,
  own: Package,
): Promise<number> {
  const { quiet = false, verbose = false, debug = false, json = false } = options;
  const console = consoleOn(io, { quiet, verbose, debug });
  silencePulumi(io.env);
  try {
    const context = { io, console, options, operands, packageFolder: own.folder };
    const work = command.run(context);
    const outcome = await (command.changesNothing === true ? orInterrupted(io.signal, work) : work);
    console.progress.close();
    if ("exitCode" in outcome) return outcome.exitCode;
    const { data, text, issues = [] } = outcome;
    console.result(json ? render(issues.length > 0 ? flawed(data, issues) : success(data)) : text);
    console.issues(issues);
    return issues.length > 0 ? exitCodeFor(issues) : EXIT.ok;
  } catch (error) {
    console.progress.close();
    console.trace(error);
    return fail(issuesOf(error, io.signal), options, io);
  }
}

function fail(issues: readonly Issue[], { json = false }: CommonOptions, io: Io): number {
  const console = consoleOn(io, { quiet: false, verbose: false, debug: false });
  console.issues(issues);
  if (json) console.result(render(failure(issues)));
  return exitCodeFor(issues);
}

function issuesOf(error: unknown, signal: AbortSignal): readonly Issue[] {
  if (signal.aborted && !isInterruption(error)) {
    return interrupted("the command did not finish").issues;
  }
  if (KecsError.is(error)) return error.issues;
  const ofFile = unexpectedFileProblem(error);
  if (ofFile !== undefined) return ofFile.issues;
  const message = error instanceof Error ? error.message : String(error);
  return [problem("KECS9001", "", message, "run it again with --debug and report what it says")];
}

function isInterruption(error: unknown): boolean {
  return KecsError.is(error) && error.issues.some(({ code }) => code === "KECS4005");
}

function usage(error: CommanderError): Issue {
  const message = error.message.replace(/^error: /, "");
  return problem("KECS4001", "", message, "kecs --help lists the commands and their options");
}

type Perform = (
  command: Command,
  options: CommonOptions,
  operands: readonly string[],
) => Promise<void>;

function program(io: Io, { version }: Package, perform: Perform): Program {
  const kecs = new Program("kecs")
    .description("ECS services behind Application Load Balancers on this machine.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      // The same shape as every other error; runCli prints it.
      outputError: () => undefined,
    });
  for (const command of commands) add(kecs, command, perform);
  return kecs;
}

function add(kecs: Program, command: Command, perform: Perform): void {
  const own = kecs.command(command.name).description(command.summary);
  if (command.usage !== undefined) own.usage(command.usage);
  for (const { name, summary } of command.arguments ?? []) own.argument(name, summary);
  for (const option of optionsOf(command)) {
    const { flags, summary } = option;
    if (option.isRepeatable === true) own.option(flags, summary, collect);
    else own.option(flags, summary, option.default);
  }
  own.action(() => perform(command, own.opts<CommonOptions>(), own.args));
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
