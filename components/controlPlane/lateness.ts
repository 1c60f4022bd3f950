import type * as pulumi from "@pulumi/pulumi";
import { asksUnknownPort, lateHost, latePort } from "../../core/lb/listener/settledRedirect";
import type { Listener, Redirect, Rule } from "../../core/lb/model";
import { KecsError, type Issue } from "../../core/validate";
import { plainValue } from "../inputs/inputs";
import { controlPlane } from "./controlPlane";
import type { ListenerEntry, LoadBalancerEntry, RedirectEntry, RuleEntry } from "./entries";
import { refuse } from "./program";

/*
 * The routes of a listener are made once, at the end of the program or at its first await. A program
 * that goes on after that can make what a redirect in them should have known: it is refused, whichever
 * of the two is found first.
 */

/** The issues of a listener that comes too late for redirects of its load balancer. */
export function lateListener(
  parent: LoadBalancerEntry,
  slot: { readonly port: number; readonly localPort: number },
  path: string,
): Issue[] {
  const { redirects } = controlPlane();
  return latePort(
    redirects.filter((each) => each.parent === parent),
    slot,
    path,
  );
}

/** The issues of a load balancer whose hosts come too late for redirects of others. */
export function lateHosts(hosts: readonly string[], path: string): Issue[] {
  const { redirects } = controlPlane();
  return hosts.flatMap((host) => lateHost(redirects, host, `${path}.hostnames`));
}

/** Refuses a rule whose hosts come too late for redirects of other load balancers. */
export function refuseLateRule(listener: ListenerEntry, rule: RuleEntry): void {
  const { redirects } = controlPlane();
  throwIfAny(
    lateRule(
      listener,
      rule,
      redirects.filter(({ parent }) => parent !== listener.parent),
    ),
  );
}

/** Notes where a listener redirects to by default, once its routes are made; resolves after that. */
export function noteListener(entry: ListenerEntry): pulumi.Output<void> {
  return entry.listener.apply((of) => {
    controlPlane().settledListeners.set(entry, of);
    const { defaultAction: action } = of;
    if (action.type === "redirect") noteRedirect(entry, of, { path: entry.path, action });
  });
}

/** Notes where a rule redirects to, once the routes of its listener are made. */
export function noteRule(listener: ListenerEntry, entry: RuleEntry): void {
  const path = entry.path;
  const note = ({ action }: Rule): void => {
    if (action.type !== "redirect") return;
    whenSettled(listener, (of) => {
      noteRedirect(listener, of, { path, action });
    });
  };
  const plain = plainValue<Rule>(entry.rule);
  if (plain === undefined) entry.rule.apply(note);
  else note(plain);
}

interface Redirecting {
  /** How errors call it. */
  readonly path: string;
  readonly action: Redirect;
}

function noteRedirect(
  { path: listenerPath, parent }: ListenerEntry,
  listener: Listener,
  { path, action }: Redirecting,
): void {
  const redirect = { path, listenerPath, action, listener, parent };
  const { redirects, loadBalancers } = controlPlane();
  redirects.push(redirect);
  for (const other of asksUnknownPort(redirect) ? (parent?.listeners ?? []) : []) {
    whenSettled(other, (of) => {
      throwIfAny(latePort([redirect], of, other.path));
    });
  }
  const others = loadBalancers.all.filter((each) => each !== parent);
  throwIfAny(others.flatMap((each) => lateLoadBalancer(each, redirect)));
}

/** Hands on a listener as its routes have it: at once where they are made. */
function whenSettled(entry: ListenerEntry, then: (of: Listener) => void): void {
  const settled = controlPlane().settledListeners.get(entry);
  if (settled === undefined) entry.listener.apply(then);
  else then(settled);
}

function lateLoadBalancer(of: LoadBalancerEntry, redirect: RedirectEntry): Issue[] {
  const { plainHosts, listeners, path } = of;
  return [
    ...plainHosts.flatMap((host) => lateHost([redirect], host, `${path}.hostnames`)),
    ...listeners.flatMap((listener) =>
      listener.rules.flatMap((rule) => lateRule(listener, rule, [redirect])),
    ),
  ];
}

function lateRule(
  listener: ListenerEntry,
  rule: RuleEntry,
  redirects: readonly RedirectEntry[],
): Issue[] {
  const { parent } = listener;
  if (parent === undefined) return [];
  const hint = `add it to hostnames of ${parent.path}`;
  const conditions = plainValue<Rule>(rule.rule)?.conditions ?? [];
  return rule.hosts.flatMap((host) => {
    const at = conditions.findIndex(
      (each) => each.field === "host-header" && each.values.includes(host),
    );
    const below = at === -1 ? "conditions" : `conditions[${at}].hostHeader`;
    return lateHost(redirects, host, `${rule.path}.${below}`, hint);
  });
}

function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refuse(new KecsError(issues));
}
