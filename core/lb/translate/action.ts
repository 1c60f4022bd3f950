import type { Action, FixedResponse, Forward, Redirect, Rule } from "../model";
import { forwardName } from "./middlewares";
import { metadata, type ListenerOf } from "./names";
import { API_VERSION, NOOP, type KubeObject, type Route } from "./object";
import { pluginMiddleware, pluginText } from "./plugin";
import { serviceReference, weightedServices } from "./service";

/** An action as a part of a route, and the objects that it needs beside it. */
export interface ActionObjects {
  readonly parts: readonly KubeObject[];
  readonly target: Pick<Route, "middlewares" | "services">;
}

/** What an action becomes; its objects have the name that is given. */
export function actionObjects(
  of: ListenerOf,
  name: string,
  action: Action,
  rule?: Rule,
): ActionObjects {
  if (action.type === "forward") return forward(of, name, action, rule);
  const config = action.type === "redirect" ? redirect(of, action) : fixedResponse(action);
  return {
    parts: [pluginMiddleware(of, name, config, rule)],
    target: { middlewares: [{ name }], services: [NOOP] },
  };
}

function forward(of: ListenerOf, name: string, action: Forward, rule?: Rule): ActionObjects {
  const { targetGroups, stickiness } = action;
  const first = targetGroups[0];
  if (first === undefined) throw new RangeError(`${name} forwards to no target group`);
  // The middleware comes before a target group is chosen, so the first one speaks for all.
  const middlewares = [{ name: forwardName(of, first.group.protocolVersion) }];
  if (targetGroups.length === 1) {
    const services = [serviceReference(of.lb, first.group)];
    return { parts: [], target: { middlewares, services } };
  }
  const weighted: KubeObject = {
    apiVersion: API_VERSION,
    kind: "TraefikService",
    metadata: metadata(of, name, rule),
    spec: weightedServices(of.lb, targetGroups, stickiness),
  };
  return {
    parts: [weighted],
    target: { middlewares, services: [{ kind: "TraefikService", name }] },
  };
}

function redirect({ listener }: ListenerOf, action: Redirect) {
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

function fixedResponse({ statusCode, contentType, messageBody }: FixedResponse) {
  return {
    mode: "fixed",
    status: statusCode,
    ...(contentType === undefined ? {} : { contentType }),
    body: pluginText(messageBody),
  };
}
