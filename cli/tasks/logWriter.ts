import { printable, printableInColour, printableJson } from "../../core/text/printable";
import type { Io } from "../io";
import type { Style } from "../ui/style";
import { terminalOf } from "../ui/terminal";
import type { WriteLine } from "../../cluster/kubernetes/logs/source";
import { shortId } from "../../core/ecs/observed/task";

export interface TextOptions {
  readonly timestamps: boolean;
  /** What is shown of a message; all of it by default. */
  readonly message?: (message: string) => string;
}

/** Writes lines behind the name of their task, each task in a colour of its own. */
export function textWriter(
  write: (line: string) => void,
  style: Style,
  { timestamps, message: shown = (message) => message }: TextOptions,
): WriteLine {
  const paints = [style.cyan, style.green, style.yellow, style.magenta, style.blue];
  const colours = new Map<string, (text: string) => string>();
  return ({ task, container }, { time, message }) => {
    const paint =
      colours.get(task.id) ?? paints[colours.size % paints.length] ?? ((text: string) => text);
    colours.set(task.id, paint);
    const several = task.containers.length > 1 ? `/${container.name}` : "";
    const prefix = paint(printable(`${task.name}/${shortId(task)}${several}`));
    write([prefix, ...(timestamps ? [time] : []), shown(message)].join(" "));
  };
}

/** One JSON document for each line. */
export function jsonWriter(write: (line: string) => void): WriteLine {
  return ({ task, container }, { time, message }) => {
    const document = { time, task: task.id, container: container.name, message };
    write(printableJson(JSON.stringify(document)));
  };
}

/**
 * What is shown of a line: into a file or a pipe what the program wrote, as docker and kubectl do; on a
 * terminal nothing that steers it, but for colours where colours are wanted.
 */
export function shownMessage({ stdout, env }: Pick<Io, "stdout" | "env">) {
  if (stdout.isTTY !== true) return (message: string): string => message;
  return terminalOf(stdout, env).colour ? printableInColour : printable;
}
