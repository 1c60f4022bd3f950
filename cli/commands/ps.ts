import { prepareMachine } from "../machine/prepare";
import { findTasks } from "../tasks/findTasks";
import { psText } from "../text/psText";
import { selectWorkload, tasksOf } from "../tasks/select";
import type { Command } from "../command";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs ps`: the tasks of an instance, or of one of its services. */
export const ps: Command = {
  name: "ps",
  summary: "list the tasks: status, health, image, age, restarts, node",
  arguments: [{ name: "[service]", summary: "a service or task, or cluster/service" }],
  async run(context) {
    const { io, console, operands } = context;
    const selected = selectExistingStack(context);
    await prepareMachine(io, console, false, true);
    const all = await findTasks(selected);
    const [name] = operands;
    const tasks = name === undefined ? all.tasks : tasksOf(all, selectWorkload(all, name));
    const { stack, instance } = selected;
    const columns = io.stdout.isTTY === true ? io.stdout.columns : undefined;
    return {
      data: { stack, instance, tasks },
      text: psText(tasks, Date.now(), console.style, columns),
    };
  },
};
