import { formatIssue, type Issue } from "../../core/validate";
import { printable, printableInColour } from "../../core/text/printable";
import type { Io } from "../io";
import { progressOn, silentProgress, type Durations, type Progress } from "./progress";
import { styleOf, type Style } from "./style";
import { terminalOf } from "./terminal";

/** How much a command says. */
export interface Loudness {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly debug: boolean;
}

/** The two ways out: results on stdout, everything else on stderr. */
export interface Console {
  /** For text on stdout. */
  readonly style: Style;
  readonly progress: Progress;
  readonly durations: Durations;
  readonly verbose: boolean;
  readonly result: (text: string) => void;
  /** What another program says, under --verbose alone. */
  readonly detail: (text: string) => void;
  readonly issues: (issues: readonly Issue[]) => void;
  readonly trace: (error: unknown) => void;
}

export function consoleOn(io: Io, { quiet, verbose, debug }: Loudness): Console {
  const terminal = terminalOf(io.stderr, io.env);
  const errStyle = styleOf(terminal);
  const durations: Durations = new Map();
  const progress = quiet
    ? silentProgress(durations)
    : progressOn(io.stderr, terminal, errStyle, durations);
  return {
    style: styleOf(terminalOf(io.stdout, io.env)),
    progress,
    durations,
    verbose,
    result: (text) => io.stdout.write(`${text}\n`),
    detail: (text) => {
      if (verbose && !quiet) io.stderr.write(text.split("\n").map(printableInColour).join("\n"));
    },
    issues: (issues) => {
      progress.close();
      for (const issue of issues) io.stderr.write(`${coloured(issue, errStyle)}\n`);
      if (issues.length > 1) io.stderr.write(`${issues.length} problems\n`);
    },
    trace: (error) => {
      if (debug && error instanceof Error) {
        io.stderr.write(`${printable(error.stack ?? error.message)}\n`);
      }
    },
  };
}

function coloured(issue: Issue, style: Style): string {
  const [head = "", ...rest] = formatIssue(issue).split("\n");
  const label = `${issue.severity} ${issue.code}`;
  const paint = issue.severity === "error" ? style.red : style.yellow;
  return [head.replace(label, () => paint(label)), ...rest].join("\n");
}
