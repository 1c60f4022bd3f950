import type { Listener, LoadBalancer } from "../model";
import { ruleObjects } from "./child";
import { listenerObjects } from "./listener";
import type { KubeObject } from "../traefikObjects/object";

/**
 * All objects of load balancers in the order in which they are made: what others refer to first,
 * the roots last. Removed the other way round, a host answers completely or not at all.
 */
export function translate(loadBalancers: readonly LoadBalancer[]): KubeObject[] {
  const stages = loadBalancers.flatMap((lb) =>
    lb.listeners.map((listener) => stagesOf(lb, listener)),
  );
  const parts = stages.flatMap((stage) => stage.parts);
  return [
    ...parts.filter(({ kind }) => kind === "Middleware"),
    ...parts.filter(({ kind }) => kind === "TraefikService"),
    ...stages.flatMap((stage) => stage.children),
    ...stages.flatMap((stage) => stage.roots),
  ];
}

function stagesOf(lb: LoadBalancer, listener: Listener) {
  const of = listenerObjects(lb, listener);
  const rules = listener.rules.map((rule) => ruleObjects(lb, listener, rule));
  return {
    parts: [
      of.headers,
      of.prelude,
      of.guard,
      of.trace,
      ...Object.values(of.forwards),
      ...(of.plain === undefined ? [] : [of.plain.answer]),
      ...of.defaultParts,
      ...rules.flatMap((rule) => rule.parts),
    ],
    children: [of.defaultRoute, ...rules.map((rule) => rule.route)],
    roots: [of.root, of.wildcardRoot, of.plain?.root].filter((root) => root !== undefined),
  };
}
