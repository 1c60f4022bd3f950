/** A stream that text is written to, and what is known of the terminal behind it. */
export interface TextStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Everything of the outside world that a command may touch; tests hand in their own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** The environment; what is set here reaches the programs that are started. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** Aborted where nobody reads stdout any more: `kecs logs web | head`. */
  readonly unread?: AbortSignal;
}
