import pc from "picocolors";
import type { Step } from "../run/step";

export type Outcome = "done" | "failed" | "stopped";

/** What `up` tells while it works. */
export interface Progress {
  readonly waiting: (holder: number) => void;
  readonly started: (step: Step, logFile: string) => void;
  readonly ended: (step: Step, outcome: Outcome) => void;
  readonly close: () => void;
}

/** A stream to write to; a terminal also gets a line that counts the seconds. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function progressOn(
  stream: ProgressStream,
  variables: Variables,
  now: () => number = Date.now,
): Progress {
  const isLive = stream.isTTY === true && !variables["CI"];
  const colors = pc.createColors(stream.isTTY === true && !variables["NO_COLOR"]);
  const since = new Map<string, { readonly title: string; readonly start: number }>();
  let timer: NodeJS.Timeout | undefined;

  const erase = () => (isLive ? stream.write("\r\u001b[K") : undefined);
  const beat = () => {
    erase();
    const running = [...since.values()];
    if (running.length === 0) return;
    const texts = running.map(({ title, start }) => `${title} ${elapsed(now() - start)}`);
    stream.write(colors.dim(texts.join(", ").slice(0, (stream.columns ?? 80) - 1)));
  };
  const line = (text: string) => {
    erase();
    stream.write(`${text}\n`);
    if (isLive) beat();
  };
  const marks = { done: colors.green("✓"), failed: colors.red("✗"), stopped: colors.yellow("–") };

  return {
    waiting: (holder) => {
      line(`waiting for another \`lab up\`, process ${holder}`);
    },
    started: (step, logFile) => {
      since.set(step.id, { title: step.title, start: now() });
      line(`${colors.dim("…")} ${step.title} ${colors.dim(logFile)}`);
      if (isLive) timer ??= setInterval(beat, 1000);
    },
    ended: (step, outcome) => {
      const took = now() - (since.get(step.id)?.start ?? now());
      since.delete(step.id);
      line(`${marks[outcome]} ${step.title} ${outcome} after ${elapsed(took)}`);
    },
    close: () => {
      clearInterval(timer);
      erase();
    },
  };
}

/** `0.4 s`, `58 s`, `4 min 35 s`. */
export function elapsed(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
