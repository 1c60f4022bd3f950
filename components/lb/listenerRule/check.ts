import type { ListenerEntry, LoadBalancerFacts } from "../../controlPlane/entries";
import { importedLoadBalancer } from "../alb/importedLoadBalancer";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { listenerPort, listenerRuleArn, nameFromArn } from "../../../core/arn";
import { claim, claimArn } from "../../controlPlane/claims";
import { isSound, problem, type Issue } from "../../../core/validate";
import { plainValue } from "../../inputs/inputs";
import { protocolOf } from "../../../core/lb/listener/validate";
import { knownGroup } from "../../controlPlane/targetGroups";
import { importedHosts } from "./hosts";
import type { Resolved } from "../../../core/lb/listenerRule/model";
import {
  duplicatePriority,
  validateListenerRule,
  type RuleContext,
} from "../../../core/lb/listenerRule/validate";

/** A rule among the others of its program. */
export interface RulePlace {
  readonly name: string;
  /** Its listener, where this program made it too. */
  readonly listener: ListenerEntry | undefined;
  /** How many rules the load balancer has with this one. */
  readonly count: number;
  /** How errors call it. */
  readonly path: string;
}

/** Every problem of a rule, by its arguments and by what else the program has. */
export function checkRule(values: Resolved, place: RulePlace): Issue[] {
  const { listener, path } = place;
  const port = portOf(values, listener);
  const issues = validateListenerRule(values, path, contextOf(port, listener));
  if (!isSound(issues)) return issues;
  if (port === undefined) return [...issues, strangeListener(values, path)];
  if (listener === undefined) {
    const { hosts } = importedLoadBalancer(loadBalancerName(values));
    return [...issues, ...importedHosts(values.conditions, hosts, path)];
  }
  return [...issues, ...checkQuota(listener, place)];
}

/** The issues of a valid rule's priority and ARN, where another rule of the program has them. */
export function claimRule(values: Resolved, { name, listener, path }: RulePlace): Issue[] {
  const { connection, listenerArn, priority } = values;
  const port = portOf(values, listener);
  if (port === undefined) return [];
  const owner = claim({ kind: "priority", listenerArn, priority }, path);
  return [
    ...(owner === undefined ? [] : [duplicatePriority(priority, owner, path)]),
    ...claimArn(listenerRuleArn(connection, loadBalancerName(values), port, name), path),
  ];
}

function portOf(values: Resolved, listener: ListenerEntry | undefined): number | undefined {
  return listener?.ports.port ?? listenerPort(values.connection, values.listenerArn);
}

function loadBalancerName({ listenerArn }: Resolved): string {
  return nameFromArn("listener", listenerArn) ?? "";
}

function contextOf(port: number | undefined, listener: ListenerEntry | undefined): RuleContext {
  const attributes = plainValue<LoadBalancerFacts>(listener?.loadBalancer)?.attributes;
  // Where it is not known yet, there is no warning.
  const simulateSourceIp = attributes?.simulateSourceIp ?? listener !== undefined;
  const protocol = listener?.protocol ?? protocolOf({ port: port ?? 0 });
  return {
    groupOf: knownGroup,
    ...(port === undefined ? {} : { listener: { port, protocol } }),
    simulateSourceIp,
  };
}

/** The issue of an ARN that no listener of the instance can have. */
function strangeListener({ connection, listenerArn }: Resolved, path: string): Issue {
  return problem(
    "KECS1010",
    `${path}.listenerArn`,
    `"${listenerArn}" is no listener of instance "${connection.instance}"`,
    "pass the arn output of a listener of the same instance",
  );
}

/** How many rules a load balancer of the program has so far. */
export function rulesOf(listener: ListenerEntry | undefined): number {
  const all = listener?.parent?.listeners ?? [];
  return all.reduce((sum, { rules }) => sum + rules.length, 0);
}

function checkQuota({ parent }: ListenerEntry, { count, path }: RulePlace): Issue[] {
  if (parent === undefined) return [];
  const issue = quotaIssue("rules", count, parent.quotas.rules, path);
  return issue === undefined ? [] : [issue];
}
