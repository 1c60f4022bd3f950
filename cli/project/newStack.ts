/** What the command line sets in a new stack's file. */
export interface NewStackOptions {
  readonly instance: string;
  readonly httpPort?: string | undefined;
  readonly httpsPort?: string | undefined;
  readonly range?: PortRangeOption | undefined;
  /** Whether it has the sample application; absent is yes. */
  readonly sample?: boolean | undefined;
}

export interface PortRangeOption {
  readonly start: string;
  readonly end: string;
}

/** The configuration of a new stack, by full keys. */
export function newStackConfig(options: NewStackOptions): Record<string, string> {
  const { instance, httpPort, httpsPort, range, sample = true } = options;
  return {
    "kecs:instance": instance,
    ...(httpPort === undefined ? {} : { "kecs:httpPort": httpPort }),
    ...(httpsPort === undefined ? {} : { "kecs:httpsPort": httpsPort }),
    ...(range === undefined
      ? {}
      : { "kecs:portRangeStart": range.start, "kecs:portRangeEnd": range.end }),
    "kecs:sample": String(sample),
    ...(sample ? { "kecs:sampleListeners": range === undefined ? "80" : "80,8081" } : {}),
  };
}

/** The file of a new stack. Numbers are quoted, since every value of a stack is a text. */
export function newStackText(config: Readonly<Record<string, string>>): string {
  const lines = Object.entries(config).map(
    ([key, value]) => `  ${key}: ${/^(\d+|true|false)$/.test(value) ? `"${value}"` : value}`,
  );
  return [
    "# Made by `kecs start`. The README of kecs explains every setting.",
    "config:",
    ...lines,
    "",
  ].join("\n");
}
