/** What a look at an object says: it is ready, it is not yet, or it never will be. */
export interface Verdict {
  readonly state: "ready" | "waiting" | "failed";
  /** How things stand, for the status line. */
  readonly message: string;
  /** What keeps it, for the error if there is one in the end. */
  readonly problems: readonly string[];
}

export function ready(message: string): Verdict {
  return { state: "ready", message, problems: [] };
}

export function waiting(message: string, problems: readonly string[] = []): Verdict {
  return { state: "waiting", message, problems };
}

export function failed(message: string, problems: readonly string[] = []): Verdict {
  return { state: "failed", message, problems: [message, ...problems] };
}
