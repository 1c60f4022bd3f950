import { printable } from "../../core/text/printable";
import type { TextStream } from "../io";
import { duration } from "./duration";
import type { Style } from "./style";
import type { Terminal } from "./terminal";

/** Tells of the steps of a command; several may be under way at once. */
export interface Progress {
  readonly start: (step: string, what: string) => void;
  readonly end: (step: string, outcome: string) => void;
  /** A line of its own between the steps. */
  readonly note: (text: string) => void;
  /** Ends what is still under way, as failed, so that something else can be written. */
  readonly close: () => void;
}

/** How long a step took, in milliseconds. */
export type Durations = Map<string, number>;

const BEAT_MS = 100;

/**
 * One line when a step starts and one when it ends, with its duration. On a terminal the start is
 * a live line with the seconds counted instead.
 */
export function progressOn(
  stream: TextStream,
  terminal: Terminal,
  style: Style,
  durations: Durations = new Map(),
  now: () => number = Date.now,
): Progress {
  const running = new Map<string, { readonly what: string; readonly since: number }>();
  let timer: NodeJS.Timeout | undefined;
  let beats = 0;

  const erase = (): void => {
    if (terminal.live) stream.write("\r\u001b[2K");
  };
  const draw = (): void => {
    if (!terminal.live || running.size === 0) return;
    const parts = [...running].map(
      ([step, { since }]) => `${step} ${Math.floor((now() - since) / 1000)} s`,
    );
    const text = parts.join(", ").slice(0, width(stream) - 4);
    stream.write(`\r\u001b[2K${style.frame((beats += 1))} ${text}`);
  };
  const line = (text: string): void => {
    erase();
    stream.write(`${text}\n`);
    draw();
  };

  const finish = (step: string, mark: string, outcome: string): void => {
    const took = now() - (running.get(step)?.since ?? now());
    durations.set(step, took);
    running.delete(step);
    line(`${mark} ${step.padEnd(11)} ${printable(outcome)} ${style.dim(`(${duration(took)})`)}`);
  };

  return {
    start(step, what) {
      running.set(step, { what, since: now() });
      if (terminal.live) {
        timer ??= setInterval(draw, BEAT_MS).unref();
        draw();
      } else {
        line(`${style.pending} ${step.padEnd(11)} ${printable(what)}`);
      }
    },
    end(step, outcome) {
      finish(step, style.done, outcome);
    },
    note: (text) => {
      line(printable(text));
    },
    close() {
      clearInterval(timer);
      timer = undefined;
      for (const step of [...running.keys()]) finish(step, style.failed, "failed");
    },
  };
}

/** A terminal that does not know its width says 0. */
function width({ columns = 0 }: TextStream): number {
  return columns > 0 ? columns : 80;
}

/** Says nothing, and still measures. */
export function silentProgress(
  durations: Durations = new Map(),
  now: () => number = Date.now,
): Progress {
  const since = new Map<string, number>();
  return {
    start: (step) => void since.set(step, now()),
    end: (step) => void durations.set(step, now() - (since.get(step) ?? now())),
    note: () => undefined,
    close: () => undefined,
  };
}
