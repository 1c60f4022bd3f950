import { Command as Program, CommanderError } from "commander";
import { KecsError, problem, type Issue } from "../core/validate";
import type { Command, Options } from "./commands/context";
import { destroy } from "./commands/destroy";
import { env } from "./commands/env";
import { exec } from "./commands/exec";
import { explain } from "./commands/explain";
import { logs } from "./commands/logs";
import { ps } from "./commands/ps";
import { start } from "./commands/start";
import { status } from "./commands/status";
import { stop } from "./commands/stop";
import { trust } from "./commands/trust";
import { urls } from "./commands/urls";
import { silencePulumi } from "./engine/pulumiSettings";
import { execArguments } from "./execArguments";
import { EXIT, exitCodeFor } from "./exitCodes";
import { unexpectedFileProblem } from "./fileProblem";
import { interrupted } from "./interrupted";
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
    await program(io, own, perform).parseAsync(execArguments(argv), { from: "user" });
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
  options: Options,
  operands: readonly string[],
  io: Io,
  own: Package,
): Promise<number> {
  const { quiet = false, verbose = false, debug = false, json = false } = options;
  const console = consoleOn(io, { quiet, verbose, debug });
  silencePulumi(io.env);
  try {
    const context = { io, console, options, operands, packageFolder: own.folder };
    const outcome = await command(context);
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

function fail(issues: readonly Issue[], { json = false }: Options, io: Io): number {
  const console = consoleOn(io, { quiet: false, verbose: false, debug: false });
  console.issues(issues);
  if (json) console.result(render(failure(issues)));
  return exitCodeFor(issues);
}

function issuesOf(error: unknown, signal: AbortSignal): readonly Issue[] {
  if (signal.aborted && !isInterruption(error)) {
    return interrupted("the command did not come to its end").issues;
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

type Perform = (command: Command, options: Options, operands: readonly string[]) => Promise<void>;

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
  /** A command whose result is no data of KECS. */
  const addBare = (name: string, summary: string, command: Command): Program => {
    const own = kecs.command(name);
    return own
      .description(summary)
      .option("--quiet", "say nothing but errors and the result")
      .option("--verbose", "show what Pulumi says")
      .option("--debug", "show stack traces")
      .action(() => perform(command, own.opts<Options>(), own.args));
  };
  const addPlain = (name: string, summary: string, command: Command): Program =>
    addBare(name, summary, command).option("--json", "print one JSON document");
  const ofStack = (command: Program): Program =>
    command
      .option("--stack <name>", "the stack, as Pulumi knows it")
      .option("--instance <name>", "the stack whose kecs:instance this is");
  /** A command that is about one stack. */
  const add = (name: string, summary: string, command: Command): Program =>
    ofStack(addPlain(name, summary, command));

  add("start", "start an instance and print the URLs of its load balancers", start)
    .option("--http-port <port>", "local port of listener 80 for a new instance, or auto")
    .option("--https-port <port>", "local port of listener 443 for a new instance, or auto")
    .option("--range <first-last>", "local ports of other listeners for a new instance");
  add("status", "show what runs and which URLs answer", status);
  add("urls", "print the URL of every listener", urls);
  add("explain", "say which rule of which load balancer answers a request, and why", explain)
    .argument("<url>", "the URL of the request")
    .option("--method <method>", "its method", "GET")
    .option("--header <line>", "one of its headers; may come more than once", collect)
    .option("--send", "send it as well, and compare the answer");
  add("ps", "list the tasks: status, health, image, age, restarts, node", ps).argument(
    "[service]",
    "a service or task, or cluster/service",
  );
  add("logs", "print what the tasks of a service wrote", logs)
    .argument("<service>", "a service or task, or cluster/service")
    .option("--follow", "go on as they write, with the tasks that come")
    .option("--since <span>", "nothing older, such as 90s, 10m or 2h")
    .option("--tail <lines>", "so many lines of each container at most")
    .option("--container <name>", "one container alone")
    .option("--timestamps", "put the time before each line");
  ofStack(addBare("exec", "run a command, or else /bin/sh, in a task of a service", exec))
    .usage("[options] <service> [--] [command...]")
    .argument("<service>", "a service or task, or cluster/service")
    .argument("[command...]", "the command and its arguments")
    .option("--task <id>", "in this task; the start of its id will do")
    .option("--container <name>", "in this container; else in the task's first one");
  add("stop", "stop an instance and keep everything in it", stop);
  add("env", 'print shell variables for kubectl and pulumi: eval "$(kecs env)"', env);
  addPlain("trust", "explain the certificate authority of HTTPS, and how to trust it", trust)
    .option("--install", "make this system trust it")
    .option("--uninstall", "make this system trust it no more")
    .option("--yes", "do not ask");
  add("destroy", "remove an instance and everything in it", destroy).option("--yes", "do not ask");
  return kecs;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
