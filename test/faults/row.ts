import type { Code } from "../../core/validate/codes";

/** How the instance is when something happens to it. */
export type Before = "running" | "stopped" | "absent";

/** What stays of a running instance: its tasks as they run, its cluster with what is in it, or neither. */
export type Kept = "tasks" | "cluster" | "nothing";

/** An end in time with 0, after which every URL answers. */
export interface Answers {
  readonly answers: true;
  readonly keeps: Kept;
  /** A code that it warns of. */
  readonly warns?: Code;
}

/** An end in time with an error of that code, and nothing lost. */
export interface Refuses {
  readonly refuses: Code;
  readonly exit: number;
}

/** An end in time with 0, and nothing of the instance left. */
export interface Removes {
  readonly removes: true;
}

/** An end in time with 0; the instance answers after a start. */
export interface Ends {
  readonly ends: true;
}

export type Expectation = Answers | Refuses | Removes | Ends;

/** A signal that ends the command before its time. */
export interface Interrupt {
  readonly signal: "SIGINT" | "SIGTERM" | "SIGKILL";
  readonly afterSeconds: number;
  /** The terminal sends it to the group; the others are met alone. */
  readonly meets: "group" | "kecs" | "pulumi" | "plugins";
}

/**
 * One way in which the life of an instance is disturbed, and what has to come of it. After each row
 * the instance answers, or is gone where it was to be removed; nothing of a command is left behind,
 * and the user's own kubeconfig is as it was.
 */
export interface FaultRow {
  readonly id: string;
  /** In words, as the page says it. */
  readonly situation: string;
  readonly before: Before;
  /**
   * A script that brings it about, in a shell that did `eval "$(kecs env)"`. It has the variables
   * SERVER, BALANCER, NETWORK, CLUSTER, STACK, HTTP_PORT, CHECKOUT, HOME and SCRATCH, a folder.
   */
  readonly fault?: string;
  /** Variables of the command's environment; they can name those of the script, as in `$SCRATCH/bin`. */
  readonly env?: Readonly<Record<string, string>>;
  /** `kecs` or another program with its arguments; a kecs command gets `--stack`. */
  readonly command: readonly string[];
  readonly interrupt?: Interrupt;
  readonly expect: Expectation;
  /** A script that takes the fault away, for the start that follows. */
  readonly mend?: string;
  /** Whether it is one of the short set. */
  readonly isShort?: true;
}

export const KECS_START = ["kecs", "start"] as const;
export const KECS_STOP = ["kecs", "stop"] as const;
export const KECS_STATUS = ["kecs", "status"] as const;
export const KECS_DESTROY = ["kecs", "destroy", "--yes"] as const;
export const PULUMI_UP = [
  "pulumi",
  "up",
  "--yes",
  "--skip-preview",
  "--non-interactive",
  "--stack",
  "$STACK",
] as const;

export const keeps = (kept: Kept, warns?: Code): Answers => ({
  answers: true,
  keeps: kept,
  ...(warns && { warns }),
});
export const refuses = (code: Code, exit: number): Refuses => ({ refuses: code, exit });
export const REMOVES: Removes = { removes: true };
export const ENDS: Ends = { ends: true };
