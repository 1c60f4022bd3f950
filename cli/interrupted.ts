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

/** What work comes to, unless Ctrl-C comes first; the work is left alone. */
export function orInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      reject(interrupted("nothing was changed"));
    };
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", onAbort);
    });
  });
}
