import { printable } from "../../core/text/printable";
import { prepareMachine } from "../machine/prepare";
import { execInContainer } from "../../cluster/kubernetes/argv";
import { attach } from "../../cluster/process/attach";
import { findTasks } from "../tasks/findTasks";
import {
  noContainer,
  selectContainers,
  selectRunning,
  selectWorkload,
  tasksOf,
} from "../tasks/select";
import { fullName, shortId } from "../../core/ecs/observed/task";
import { EXIT } from "../exitCodes";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

const SHELL = ["/bin/sh"];

/** The options of `kecs exec`. */
interface ExecOptions {
  readonly task?: string;
  readonly container?: string;
}

/** `kecs exec`: runs a command in a task; its exit code is the command's. */
export const exec: Command<ExecOptions> = {
  name: "exec",
  summary: "run a command in a task of a service, /bin/sh by default",
  usage: "[options] <service> [--] [command...]",
  arguments: [
    { name: "<service>", summary: "a service or task, or cluster/service" },
    { name: "[command...]", summary: "the command and its arguments" },
  ],
  options: [
    {
      flags: "--task <id>",
      summary: "run it in this task; the first characters of the id are enough",
    },
    {
      flags: "--container <name>",
      summary: "run it in this container; default: the task's first one",
    },
  ],
  runsProgram: true,
  async run(context) {
    const { io, console, options, operands } = context;
    const [name = "", ...command] = operands;
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const all = await findTasks(selected);
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
        selected.instance,
        task.pod,
        container.podName,
        command.length > 0 ? command : SHELL,
        isTerminal,
      ),
      io.signal,
    );
    return { exitCode: io.signal.aborted ? EXIT.interrupted : exitCode };
  },
};
