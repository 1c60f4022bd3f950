import { prepareMachine } from "../machine/prepare";
import { shellQuote } from "../../core/text/shellQuote";
import { endpointText } from "../text/endpointText";
import { table } from "../ui/table";
import { listenersOf } from "../../core/outputs/stackListeners";
import type { Command } from "../command";
import { findWays } from "../engine/findWays";
import { findOutputs, neverStarted } from "../engine/findOutputs";
import { selectExistingStack } from "../project/selectedStack";

/** `kecs urls`: one line for each listener and each endpoint of the instance, with nothing around them. */
export const urls: Command = {
  name: "urls",
  summary: "print the URL of every listener, and the ports that lead to services",
  changesNothing: true,
  async run(context) {
    const selected = selectExistingStack(context);
    await prepareMachine(context.io, context.console, false, true);
    const outputs = await findOutputs(context.io.env, selected);
    if (outputs === undefined) throw neverStarted(selected);
    const { albs, endpoints, asleep } = await findWays(context.io.env, outputs);
    if (asleep) {
      const wake = `kecs wake --stack ${shellQuote(selected.stack)}`;
      context.console.progress.note(`the instance is asleep: no URL answers before ${wake}`);
    }
    const listeners = listenersOf(albs).map(
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
      data: { stack: selected.stack, instance: selected.instance, listeners, endpoints, asleep },
      text: [
        ...(listeners.length === 0 ? [] : [table(head, rows)]),
        ...endpoints.map(endpointText),
      ].join("\n"),
    };
  },
};
