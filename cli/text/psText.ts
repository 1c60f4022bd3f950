import { printable } from "../../core/text/printable";
import type { Style } from "../ui/style";
import { table } from "../ui/table";
import { age } from "./age";
import { exitCodeOf, fullName, shortId, type Task } from "../../core/ecs/observed/task";

const HEAD = [
  "SERVICE",
  "TASK",
  "STATUS",
  "HEALTH",
  "CONTAINER",
  "IMAGE",
  "RESTARTS",
  "AGE",
  "NODE",
];
const IMAGE = HEAD.indexOf("IMAGE");
const NODE = HEAD.indexOf("NODE");
const SHORTEST = 12;

/** A row for each container, and below a task that is in trouble the reason. */
export function psText(
  tasks: readonly Task[],
  now: number,
  style: Style,
  columns: number | undefined,
): string {
  if (tasks.length === 0) return "no tasks";
  const rows = fitted(
    tasks.flatMap((task) => rowsOf(task, now)),
    columns,
  );
  const [head = "", ...lines] = table(HEAD, rows, style.bold).split("\n");
  let next = 0;
  const body = tasks.flatMap((task) => {
    const own = lines.slice(next, (next += Math.max(1, task.containers.length)));
    return task.reason === null ? own : [...own, `  ${style.yellow(printable(task.reason))}`];
  });
  return [head, ...body].join("\n");
}

function rowsOf(task: Task, now: number): string[][] {
  const { lastStatus, healthStatus, createdAt, node } = task;
  const name = task.kind === "task" ? `${fullName(task)} (task)` : fullName(task);
  const code = task.kind === "task" ? exitCodeOf(task) : null;
  const status = code === null ? lastStatus : `${lastStatus} (${code})`;
  const own = [name, shortId(task), status, healthStatus];
  const [first, ...others] = task.containers;
  return [
    [
      ...own,
      ...(first === undefined ? ["", "", ""] : [first.name, first.image, String(first.restarts)]),
      age(now - Date.parse(createdAt)),
      node ?? "",
    ],
    ...others.map((each) => ["", "", "", "", each.name, each.image, String(each.restarts), "", ""]),
  ];
}

/** Cuts nodes and images from the left until a row fits the terminal: their ends tell them apart. */
function fitted(rows: readonly string[][], columns: number | undefined): string[][] {
  return [NODE, IMAGE].reduce<string[][]>(
    (before, column) => {
      const width = table(HEAD, before)
        .split("\n")
        .reduce((most, line) => Math.max(most, line.length), 0);
      const over = columns === undefined || columns === 0 ? 0 : width - columns;
      if (over <= 0) return before;
      const widest = Math.max(...before.map((row) => row[column]?.length ?? 0));
      const room = Math.max(SHORTEST, widest - over);
      return before.map((row) => row.map((cell, i) => (i === column ? ending(cell, room) : cell)));
    },
    rows.map((row) => [...row]),
  );
}

function ending(text: string, room: number): string {
  return text.length <= room ? text : `..${text.slice(text.length - room + 2)}`;
}
