import type { Issue } from "../core/validate";
import type { Io } from "./io";
import type { StackOptions } from "./project/chooseStack";
import type { Console } from "./ui/console";

/** What the command line names beside options. */
export interface Argument {
  /** `<url>` has to be there, `[service]` may be, `[command...]` takes all that follows. */
  readonly name: string;
  readonly summary: string;
}

export interface Option {
  /** `--name`, or `--name <value>`. */
  readonly flags: string;
  readonly summary: string;
  readonly default?: string;
  /** Whether it may come more than once: its value is a list then. */
  readonly isRepeatable?: boolean;
}

/** The options that commands share, as the command line gave them. */
export interface CommonOptions extends StackOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
}

/** What a command works with; `Own` are the values of its own options. */
export interface Context<Own extends object = object> {
  readonly io: Io;
  readonly console: Console;
  readonly options: CommonOptions & Own;
  /** The values of its arguments. */
  readonly operands: readonly string[];
  /** The folder of this package: its own project serves where the user has none. */
  readonly packageFolder: string;
}

/** What a command found or did: as data for --json, and as text for people. */
export interface Outcome {
  readonly data: unknown;
  readonly text: string;
  /** What is wrong although the command came to its end; shown behind the result. */
  readonly issues?: readonly Issue[];
}

/** The end of a command that wrote its results itself, as they came. */
export interface Ended {
  readonly exitCode: number;
}

/** A command of the command line: how it is called, what its help says, and what it does. */
export interface Command<Own extends object = object> {
  readonly name: string;
  readonly summary: string;
  /** The line of the help that shows how it is called, where its options and arguments do not say it all. */
  readonly usage?: string;
  readonly arguments?: readonly Argument[];
  /** Beside those that all commands of its kind have. */
  readonly options?: readonly Option[];
  /** Whether it only looks: then Ctrl-C ends it at once, whatever it waits for. */
  readonly changesNothing?: boolean;
  /** Whether it is about this machine: then it takes no stack. */
  readonly isOfMachine?: boolean;
  /**
   * Whether it runs a program of the user's: what the program prints is the result, so there is no
   * --json; its exit code is the command's; and what follows the first argument is the program's own.
   */
  readonly runsProgram?: boolean;
  run(context: Context<Own>): Promise<Outcome | Ended>;
}
