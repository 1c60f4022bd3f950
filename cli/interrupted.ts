import { KecsError, problem } from "../core/validate";

/** The error of a command that Ctrl-C ended; says what is left. */
export function interrupted(left: string): KecsError {
  return new KecsError([
    problem("KECS4005", "", `interrupted; ${left}`, "run the same command again to continue"),
  ]);
}

/** Ends a command between two steps once Ctrl-C was pressed. */
export function stopIfInterrupted(signal: AbortSignal, left = "nothing was changed"): void {
  if (signal.aborted) throw interrupted(left);
}
