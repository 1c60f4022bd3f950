import type { RunOptions } from "./command";

export type PartState = "ready" | "missing" | "stale" | "unknown";

/** What there is of a part, found without changing anything. */
export interface Inspection {
  readonly state: PartState;
  readonly location?: string;
  /** In bytes. */
  readonly size?: number;
}

/** What a step is given to work with. */
export interface Task {
  /** Runs a program; what it prints goes to the step's log, what it answers is returned. */
  readonly run: (
    argv: readonly string[],
    options?: Omit<RunOptions, "logFile" | "signal">,
  ) => Promise<string>;
  readonly logFile: string;
  readonly signal: AbortSignal;
}

/** One thing that has to be there before the lab is ready. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** Compilers share the processor: only a few steps of this kind run at once. */
  readonly compiles?: boolean;
  /** Preparation whose result is not kept: no part of its own in the lab's status. */
  readonly transient?: boolean;
  readonly inspect: () => Promise<Inspection>;
  readonly run: (task: Task) => Promise<void>;
}
