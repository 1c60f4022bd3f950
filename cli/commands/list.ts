import { listInstances } from "../../cluster/k3d/listInstances";
import { prepareMachine } from "../machine/prepare";
import { listText } from "../text/listText";
import type { Command } from "../command";

/** `kecs list`: every instance of this machine, whichever project and stack made it. */
export const list: Command = {
  name: "list",
  summary: "list every instance of this machine",
  changesNothing: true,
  isOfMachine: true,
  async run({ io, console }) {
    await prepareMachine(io, console, false, true);
    const instances = await listInstances();
    return { data: { instances }, text: listText(instances, Date.now()) };
  },
};
