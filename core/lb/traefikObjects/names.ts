import { labels, NAMESPACE } from "../../labels";
import { kubernetesName } from "../../naming";
import type { Listener, LoadBalancer, Rule, TargetGroup } from "../model";

export type ProtocolVersion = TargetGroup["protocolVersion"];

/** A listener as its objects know it. */
export interface ListenerOf {
  readonly lb: LoadBalancer;
  readonly listener: Listener;
}

/** Name of the listener's root object; those of its parts begin with it. */
export function rootName(lb: { readonly name: string }, listener: { readonly port: number }) {
  return kubernetesName(`${lb.name}-${listener.port}`, 50);
}

/** Name of one part of a listener. */
export function partName({ lb, listener }: ListenerOf, part: string): string {
  return kubernetesName(`${rootName(lb, listener)}-${part}`);
}

/** Name of a rule's route and of its action's objects. */
export function ruleName(of: ListenerOf, rule: Rule): string {
  return partName(of, `rule-${rule.name}`);
}

/** Name of the middleware for requests on their way to target groups of one protocol version. */
export function forwardName(of: ListenerOf, protocolVersion: ProtocolVersion): string {
  return partName(of, `forward-${protocolVersion.toLowerCase()}`);
}

/** Metadata of an object of a listener, or of one of its rules. */
export function metadata({ lb, listener }: ListenerOf, name: string, rule?: Rule) {
  return {
    name,
    namespace: NAMESPACE,
    labels: labels(rule === undefined ? "listener" : "listener-rule", {
      "kecs.dev/load-balancer": lb.name,
      "kecs.dev/listener-port": String(listener.port),
      ...(rule === undefined ? {} : { "kecs.dev/rule": kubernetesName(rule.name) }),
    }),
  };
}
