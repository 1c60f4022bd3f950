import { printable } from "../../core/text/printable";
import { prepareMachine } from "../machine/prepare";
import { execInContainer } from "../tasks/argv";
import { attach } from "../tasks/attach";
import { lookAtTasks } from "../tasks/lookAtTasks";
import {
  noContainer,
  selectContainers,
  selectRunning,
  selectWorkload,
  tasksOf,
} from "../tasks/select";
import { fullName, shortId } from "../tasks/task";
import { EXIT } from "../exitCodes";
import type { Command } from "./context";
import { findExisting } from "./target";

const SHELL = ["/bin/sh"];

/** `kecs exec`: runs a command in a task; its exit code is the command's. */
export const exec: Command = async (context) => {
  const { io, console, options, operands } = context;
  const [name = "", ...command] = operands;
  const target = findExisting(context);
  await prepareMachine(io, console, false, true);
  const all = await lookAtTasks(target);
  const workload = selectWorkload(all, name);
  const tasks = tasksOf(all, workload);
  const task = selectRunning(tasks, workload, options.task);
  const [container] = selectContainers(task, options.container);
  if (container === undefined) throw noContainer(workload, [task], options.container ?? "");
  const isChosen = options.task === undefined && tasks.length > 1;
  if (options.quiet !== true && (isChosen || task.containers.length > 1)) {
    const where = `${fullName(workload)}/${shortId(task)}`;
    io.stderr.write(`${printable(`in ${where}, container ${container.name}`)}\n`);
  }
  const isTerminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const exitCode = await attach(
    execInContainer(
      target.instance,
      task.pod,
      container.podName,
      command.length > 0 ? command : SHELL,
      isTerminal,
    ),
    io.signal,
  );
  return { exitCode: io.signal.aborted ? EXIT.interrupted : exitCode };
};
