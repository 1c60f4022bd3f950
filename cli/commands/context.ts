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
  readonly httpPort?: string;
  readonly httpsPort?: string;
  readonly range?: string;
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly console: Console;
  readonly options: Options;
  /** The folder of this package: its own project serves where the user has none. */
  readonly packageFolder: string;
}

/** What a command found or did: as data for --json, and as text for people. */
export interface Outcome {
  readonly data: unknown;
  readonly text: string;
}

export type Command = (context: Context) => Promise<Outcome>;
