import { prepareMachine } from "../machine/prepare";
import { findTasks } from "../tasks/findTasks";
import { psText } from "../text/psText";
import { schedulesText } from "../text/schedulesText";
import { schedulesOf, selectWorkload, tasksOf } from "../tasks/select";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs ps`: the tasks of an instance, or of one of its services, and the schedules that start some. */
export const ps: Command = {
  name: "ps",
  summary: "list the tasks and schedules: status, health, image, age, next run",
  changesNothing: true,
  arguments: [{ name: "[service]", summary: "a service or task, or cluster/service" }],
  async run(context) {
    const { io, console, operands } = context;
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const all = await findTasks(selected);
    const [name] = operands;
    const workload = name === undefined ? undefined : selectWorkload(all, name);
    const tasks = workload === undefined ? all.tasks : tasksOf(all, workload);
    const schedules = workload === undefined ? all.schedules : schedulesOf(all, workload);
    const { stack, instance } = selected;
    const now = Date.now();
    const columns = io.stdout.isTTY === true ? io.stdout.columns : undefined;
    return {
      data: { stack, instance, tasks, schedules },
      text: [
        psText(tasks, now, console.style, columns),
        ...(schedules.length === 0 ? [] : ["", schedulesText(schedules, now, console.style)]),
      ].join("\n"),
    };
  },
};
