import type { Listener, LoadBalancer, Rule } from "../model";
import { actionObjects } from "../actions/translators";
import { MATCH_ALL, matchConditions } from "./expression";
import { guardMiddleware, ruleGuardMiddleware, traceMiddleware } from "./middlewares";
import { metadata, partName, ruleName, type ListenerOf } from "../traefikObjects/names";
import { API_VERSION, NOOP, type KubeObject, type Route } from "../traefikObjects/object";
import { DEFAULT_ACTION, DEFAULT_GUARD, ruleGuard, rulePriority, TRACE } from "./priority";
import { parentRefs } from "./root";

/** A route and the objects that only it refers to. */
export interface RouteObjects {
  readonly parts: readonly KubeObject[];
  readonly route: KubeObject;
}

/** A listener's rule, and below its action the guard that answers where it is not loaded. */
export function ruleObjects(lb: LoadBalancer, listener: Listener, rule: Rule): RouteObjects {
  const of = { lb, listener };
  const name = ruleName(of, rule);
  const { parts, target } = actionObjects(of, name, rule.action, rule);
  const guard = ruleGuardMiddleware(of, rule);
  const match = matchConditions(rule.conditions);
  return {
    parts: [...parts, guard],
    route: child(of, name, rule, [
      { kind: "Rule", match, priority: rulePriority(rule.priority), ...target },
      answer(match, ruleGuard(rule.priority), guard),
    ]),
  };
}

/** The default action with its guard, and the answer to TRACE that comes before every rule. */
export function defaultObjects(of: ListenerOf): RouteObjects {
  const name = partName(of, "default");
  const { parts, target } = actionObjects(of, name, of.listener.defaultAction);
  return {
    parts,
    route: child(of, name, undefined, [
      { kind: "Rule", match: MATCH_ALL, priority: DEFAULT_ACTION, ...target },
      answer(MATCH_ALL, DEFAULT_GUARD, guardMiddleware(of)),
      answer("Method(`TRACE`)", TRACE, traceMiddleware(of)),
    ]),
  };
}

function child(of: ListenerOf, name: string, rule: Rule | undefined, routes: Route[]): KubeObject {
  return {
    apiVersion: API_VERSION,
    kind: "IngressRoute",
    metadata: metadata(of, name, rule),
    spec: { parentRefs: parentRefs(of), routes },
  };
}

function answer(match: string, priority: number, by: KubeObject): Route {
  const middlewares = [{ name: by.metadata.name }];
  return { kind: "Rule", match, priority, middlewares, services: [NOOP] };
}
