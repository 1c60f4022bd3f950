import { prepareMachine } from "../machine/prepare";
import { table } from "../ui/table";
import { listenersOf } from "../urls/report";
import type { Command } from "./context";
import { findOutputs, neverStarted } from "./findOutputs";
import { findExisting } from "./target";

/** `kecs urls`: one line for each listener, with nothing around them. */
export const urls: Command = async (context) => {
  const target = findExisting(context);
  await prepareMachine(context.io, context.console, false, true);
  const outputs = await findOutputs(context, target);
  if (outputs === undefined) throw neverStarted(target);
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
    data: { stack: target.stack, instance: target.instance, listeners },
    text: table(head, rows),
  };
};
