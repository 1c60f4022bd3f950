import { prepareMachine } from "../machine/prepare";
import { table } from "../ui/table";
import { listenersOf } from "../../core/outputs/stackListeners";
import type { Command } from "../command";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs urls`: one line for each listener, with nothing around them. */
export const urls: Command = {
  name: "urls",
  summary: "print the URL of every listener",
  async run(context) {
    const selected = selectExistingStack(context);
    await prepareMachine(context.io, context.console, false, true);
    const outputs = await findOutputs(context.io.env, selected);
    if (outputs === undefined) throw neverStarted(selected);
    const listeners = listenersOf(outputs).map(
      ({ alb, port, protocol, url, address, hostHeader, curl }) => ({
        alb,
        port,
        protocol,
        url,
        address,
        hostHeader,
        curl,
      }),
    );
    const [head = [], ...rows] = listeners.map(({ alb, port, url }) => [`${alb}:${port}`, url]);
    return {
      data: { stack: selected.stack, instance: selected.instance, listeners },
      text: table(head, rows),
    };
  },
};
