import { KecsError, problem } from "../../components/internal/errors";
import { EXIT } from "../exitCodes";
import { prepareMachine } from "../machine/prepare";
import type { LogRange } from "../tasks/argv";
import { follow, sourceKey } from "../tasks/follow";
import { history } from "../tasks/history";
import { jsonWriter, textWriter, type Source } from "../tasks/logWriter";
import { lookAtTasks } from "../tasks/lookAtTasks";
import { noContainer, selectContainers, selectWorkload, tasksOf } from "../tasks/select";
import type { Task } from "../tasks/task";
import type { Command, Options } from "./context";
import { findExisting } from "./target";

/** `kecs logs`: what the tasks of a service wrote, by time, or as they write it. */
export const logs: Command = async (context) => {
  const { io, console, options, operands } = context;
  const range = rangeOf(options);
  const target = findExisting(context);
  await prepareMachine(io, console, false, true);
  const all = await lookAtTasks(target);
  const workload = selectWorkload(all, operands[0] ?? "");
  const tasks = tasksOf(all, workload);
  const { container } = options;
  const sources = sourcesOf(tasks, container);
  if (container !== undefined && tasks.length > 0 && sources.length === 0) {
    throw noContainer(workload, tasks, container);
  }

  const write = options.json
    ? jsonWriter(console.result)
    : textWriter(console.result, console.style, options.timestamps === true);
  const signal = AbortSignal.any([io.signal, ...(io.unread === undefined ? [] : [io.unread])]);
  const begun = sources.filter((source) => source.container.runtimeId !== null);
  const written = new Map<string, string>();
  for (const { source, line } of await history(target.instance, begun, range)) {
    if (signal.aborted) break;
    written.set(sourceKey(source), line.time);
    write(source, line);
  }
  if (options.follow === true && !signal.aborted) {
    await follow({
      instance: target.instance,
      sources: async () => sourcesOf(tasksOf(await lookAtTasks(target), workload), container),
      range,
      written,
      write,
      signal,
    });
  }
  return { exitCode: io.signal.aborted ? EXIT.interrupted : EXIT.ok };
};

function sourcesOf(tasks: readonly Task[], container: string | undefined): Source[] {
  return tasks.flatMap((task) =>
    selectContainers(task, container).map((each) => ({ task, container: each })),
  );
}

function rangeOf({ since, tail }: Options): LogRange {
  if (since !== undefined && !/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(since)) {
    throw new KecsError([
      problem("KECS4001", "--since", `"${since}" is not a time span`, "write it as 90s, 10m or 2h"),
    ]);
  }
  if (tail !== undefined && !/^\d+$/.test(tail)) {
    throw new KecsError([
      problem("KECS4001", "--tail", `"${tail}" is not a number of lines`, "write it as 100"),
    ]);
  }
  return {
    ...(since === undefined ? {} : { since }),
    ...(tail === undefined ? {} : { tail: Number(tail) }),
  };
}
