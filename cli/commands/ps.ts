import { prepareMachine } from "../machine/prepare";
import { lookAtTasks } from "../tasks/lookAtTasks";
import { psText } from "../tasks/psText";
import { selectWorkload, tasksOf } from "../tasks/select";
import type { Command } from "./context";
import { findExisting } from "./target";

/** `kecs ps`: the tasks of an instance, or of one of its services. */
export const ps: Command = async (context) => {
  const { io, console, operands } = context;
  const target = findExisting(context);
  await prepareMachine(io, console, false, true);
  const all = await lookAtTasks(target);
  const [name] = operands;
  const tasks = name === undefined ? all.tasks : tasksOf(all, selectWorkload(all, name));
  const { stack, instance } = target;
  const columns = io.stdout.isTTY === true ? io.stdout.columns : undefined;
  return {
    data: { stack, instance, tasks },
    text: psText(tasks, Date.now(), console.style, columns),
  };
};
