import pc from "picocolors";
import type { Terminal } from "./terminal";

/** Colours and symbols of one stream; each symbol tells its meaning without its colour. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly done: string;
  readonly failed: string;
  readonly pending: string;
  /** One picture of the spinner. */
  readonly frame: (index: number) => string;
}

const DOTS = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const BARS = ["-", "\\", "|", "/"];

export function styleOf({ colour, unicode }: Terminal): Style {
  const { bold, dim, red, green, yellow, cyan, magenta, blue } = pc.createColors(colour);
  const frames = unicode ? DOTS : BARS;
  return {
    bold,
    dim,
    red,
    green,
    yellow,
    cyan,
    magenta,
    blue,
    done: green(unicode ? "✓" : "ok"),
    failed: red(unicode ? "✗" : "!!"),
    pending: dim(unicode ? "…" : ".."),
    frame: (index) => cyan(frames[index % frames.length] ?? ""),
  };
}
