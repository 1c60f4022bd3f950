import type { Redirect } from "../../model";
import type { ListenerOf } from "../../traefikObjects/names";
import { NOOP } from "../../traefikObjects/object";
import { pluginMiddleware, pluginText } from "../../traefikObjects/plugin";
import type { ActionTranslator } from "../actionTranslator";

export const redirect: ActionTranslator<Redirect> = {
  toObjects: (action, of, name, rule) => ({
    parts: [pluginMiddleware(of, name, configuration(of, action), rule)],
    target: { middlewares: [{ name }], services: [NOOP] },
  }),
};

function configuration({ listener }: ListenerOf, action: Redirect) {
  return {
    mode: "redirect",
    status: action.statusCode,
    protocol: action.protocol,
    host: pluginText(action.host),
    port: action.port,
    path: pluginText(action.path),
    query: pluginText(action.query),
    listenerProtocol: listener.protocol,
    listenerPort: String(listener.port),
    portMap: Object.fromEntries(
      Object.entries(listener.portMap).map(([port, local]) => [port, String(local)]),
    ),
    hosts: [...new Set([...listener.hosts, ...(listener.neighbours ?? [])])],
  };
}
