import { prepareMachine } from "../machine/prepare";
import { table } from "../ui/table";
import { listenersOf } from "../../core/outputs/stackListeners";
import type { Command } from "../command";
import { findAlbs } from "../engine/findAlbs";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs urls`: one line for each listener of the instance, with nothing around them. */
export const urls: Command = {
  name: "urls",
  summary: "print the URL of every listener",
  async run(context) {
    const selected = selectExistingStack(context);
    await prepareMachine(context.io, context.console, false, true);
    const outputs = await findOutputs(context.io.env, selected);
    if (outputs === undefined) throw neverStarted(selected);
    const listeners = listenersOf(await findAlbs(context.io.env, outputs)).map(
      ({ alb, port, protocol, url, address, hostHeader, curl, stack }) => ({
        alb,
        port,
        protocol,
        url,
        address,
        hostHeader,
        curl,
        ...(stack === undefined ? {} : { stack }),
      }),
    );
    const [head = [], ...rows] = listeners.map(({ alb, port, url }) => [`${alb}:${port}`, url]);
    return {
      data: { stack: selected.stack, instance: selected.instance, listeners },
      text: table(head, rows),
    };
  },
};
