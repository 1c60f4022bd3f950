import type { Issue } from "../../core/validate";
import type { Io } from "../io";
import type { StackOptions } from "../project/chooseStack";
import type { Console } from "../ui/console";

/** The options of all commands together, as the command line gave them. */
export interface Options extends StackOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly debug?: boolean;
  readonly yes?: boolean;
  readonly install?: boolean;
  readonly uninstall?: boolean;
  readonly httpPort?: string;
  readonly httpsPort?: string;
  readonly range?: string;
  readonly method?: string;
  readonly header?: readonly string[];
  readonly send?: boolean;
  readonly follow?: boolean;
  readonly since?: string;
  readonly tail?: string;
  readonly timestamps?: boolean;
  readonly container?: string;
  readonly task?: string;
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly console: Console;
  readonly options: Options;
  /** What the command line names beside options, such as a URL. */
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

export type Command = (context: Context) => Promise<Outcome | Ended>;
