import { printable, printableJson } from "../../core/text/printable";
import type { Style } from "../ui/style";
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
