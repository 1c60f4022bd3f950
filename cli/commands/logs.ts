import { KecsError, problem } from "../../core/validate";
import { EXIT } from "../exitCodes";
import { prepareMachine } from "../machine/prepare";
import type { LogRange } from "../../cluster/kubernetes/argv";
import { follow, sourceKey } from "../../cluster/kubernetes/logs/follow";
import { history } from "../../cluster/kubernetes/logs/history";
import type { Source } from "../../cluster/kubernetes/logs/source";
import { jsonWriter, shownMessage, textWriter } from "../tasks/logWriter";
import { findTasks } from "../tasks/findTasks";
import { noContainer, selectContainers, selectWorkload, tasksOf } from "../tasks/select";
import { fullName, type Task, type Workload } from "../../core/ecs/observed/task";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

/** The options of `kecs logs`. */
interface LogsOptions {
  readonly follow?: boolean;
  readonly since?: string;
  readonly tail?: string;
  readonly container?: string;
  readonly timestamps?: boolean;
}

/** `kecs logs`: what the tasks of a service wrote, by time, or as they write it. */
export const logs: Command<LogsOptions> = {
  name: "logs",
  summary: "print the logs of a service's tasks",
  arguments: [{ name: "<service>", summary: "a service or task, or cluster/service" }],
  options: [
    { flags: "--follow", summary: "keep printing new lines, also those of new tasks" },
    { flags: "--since <span>", summary: "only lines that are not older, such as 90s, 10m or 2h" },
    { flags: "--tail <lines>", summary: "at most this many lines of each container" },
    { flags: "--container <name>", summary: "only this container" },
    { flags: "--timestamps", summary: "put the time before each line" },
  ],
  async run(context) {
    const { io, console, options, operands } = context;
    const range = rangeOf(options);
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const all = await findTasks(selected);
    const workload = selectWorkload(all, operands[0] ?? "");
    const tasks = tasksOf(all, workload);
    const { container } = options;
    const sources = sourcesOf(tasks, container);
    if (container !== undefined && tasks.length > 0 && sources.length === 0) {
      throw noContainer(workload, tasks, container);
    }

    const write = options.json
      ? jsonWriter(console.result)
      : textWriter(console.result, console.style, {
          timestamps: options.timestamps === true,
          message: shownMessage(io),
        });
    const signal = AbortSignal.any([io.signal, ...(io.unread === undefined ? [] : [io.unread])]);
    const begun = sources.filter((source) => source.container.runtimeId !== null);
    if (begun.length === 0 && options.quiet !== true)
      io.stderr.write(`${absence(workload, tasks)}\n`);
    const written = new Map<string, string>();
    const { lines, lost } = await history(selected.instance, begun, range);
    const issues = [...lost];
    for (const { source, line } of lines) {
      if (signal.aborted) break;
      written.set(sourceKey(source), line.time);
      write(source, line);
    }
    if (options.follow === true && !signal.aborted) {
      await follow({
        instance: selected.instance,
        sources: async () => sourcesOf(tasksOf(await findTasks(selected), workload), container),
        range,
        written,
        write,
        onLost: (issue) => {
          issues.push(issue);
          console.issues([issue]);
        },
        signal,
      });
    }
    if (lost.length > 0) console.issues(lost);
    if (io.signal.aborted) return { exitCode: EXIT.interrupted };
    return { exitCode: issues.length > 0 ? EXIT.failed : EXIT.ok };
  },
};

function sourcesOf(tasks: readonly Task[], container: string | undefined): Source[] {
  return tasks.flatMap((task) =>
    selectContainers(task, container).map((each) => ({ task, container: each })),
  );
}

function absence(workload: Workload, tasks: readonly Task[]): string {
  return tasks.length === 0
    ? `${fullName(workload)} has no task, so there is nothing to print`
    : `no container of ${fullName(workload)} has been started yet; kecs ps says why`;
}

const SPAN = /^(\d+(\.\d+)?(ms|s|m|h))+$/;

function rangeOf({ since, tail }: LogsOptions): LogRange {
  if (since !== undefined && !SPAN.test(since)) {
    throw new KecsError([
      problem("KECS4001", "--since", `"${since}" is not a time span`, "write it as 90s, 10m or 2h"),
    ]);
  }
  if (tail !== undefined && !/^\d+$/.test(tail)) {
    throw new KecsError([
      problem("KECS4001", "--tail", `"${tail}" is not a number of lines`, "write it as 100"),
    ]);
  }
  // kubectl takes no time at all for no limit, and counts in whole seconds.
  if (since !== undefined && !/[1-9]/.test(since)) return { tail: 0 };
  return {
    ...(since === undefined ? {} : { since: isWithinASecond(since) ? "1s" : since }),
    ...(tail === undefined ? {} : { tail: Number(tail) }),
  };
}

function isWithinASecond(since: string): boolean {
  const [, count = "", unit] = /^([\d.]+)(ms|s)$/.exec(since) ?? [];
  return unit !== undefined && Number(count) * (unit === "s" ? 1000 : 1) < 1000;
}
