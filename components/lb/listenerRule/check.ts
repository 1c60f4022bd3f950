import type { ListenerEntry } from "../../controlPlane/entries";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { listenerPort, listenerRuleArn, nameFromArn } from "../../../core/arn";
import { claim, claimArn } from "../../controlPlane/claims";
import { formatIssue, isSound, problem, type Issue } from "../../../core/validate";
import { plainValue } from "../../inputs/inputs";
import { knownGroup } from "../../controlPlane/targetGroups";
import type { ImportedListener } from "../imported";
import { OF_ANOTHER_STACK } from "../../../core/lb/inside/hosts";
import { importedHosts, namelessHosts } from "../../../core/lb/listenerRule/hosts";
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
  const issues = validateListenerRule(values, path, contextOf(values, listener));
  if (!isSound(issues)) return issues;
  if (portOf(values) === undefined) return [...issues, strangeListener(values, path)];
  return listener === undefined ? issues : [...issues, ...checkQuota(listener, place)];
}

/** The issues of a valid rule's priority and ARN, where another rule of the program has them. */
export function claimRule(values: Resolved, { name, path }: RulePlace): Issue[] {
  const { connection, listenerArn, priority } = values;
  const port = portOf(values);
  if (port === undefined) return [];
  const owner = claim({ kind: "priority", listenerArn, priority }, path);
  const loadBalancer = nameFromArn("listener", listenerArn) ?? "";
  return [
    ...(owner === undefined ? [] : [duplicatePriority(priority, owner, path)]),
    ...claimArn(listenerRuleArn(connection, loadBalancer, port, name), path),
  ];
}

/** The problems of a rule that come out only when another stack's listener has been looked up. */
export function checkImported(
  values: Resolved,
  { loadBalancer, listener, priorities }: ImportedListener,
  path: string,
): Issue[] {
  const { port, protocol } = listener;
  const { simulateSourceIp } = loadBalancer.attributes;
  const shown = validateListenerRule(values, path, contextOf(values, undefined)).map(formatIssue);
  const all = validateListenerRule(values, path, {
    groupOf: knownGroup,
    // An assumed listener has a guessed protocol.
    ...(priorities === undefined ? {} : { listener: { port, protocol } }),
    simulateSourceIp,
  });
  const owner = priorities?.[values.priority];
  const strays = importedHosts(values.conditions, listener.hosts, path);
  const named = { own: listener.hosts, made: [], of: OF_ANOTHER_STACK };
  return [
    ...all.filter((issue) => !shown.includes(formatIssue(issue))),
    ...(owner === undefined
      ? []
      : [duplicatePriority(values.priority, `a rule of stack ${owner}`, path)]),
    ...strays.map((issue) =>
      priorities === undefined ? { ...issue, severity: "warning" as const } : issue,
    ),
    ...(priorities === undefined || strays.length > 0
      ? []
      : namelessHosts(values.conditions, named, path)),
  ];
}

function portOf({ connection, listenerArn }: Resolved): number | undefined {
  return listenerPort(connection, listenerArn);
}

/** What is known of a rule's surroundings at once; what is not has no warning. */
function contextOf(values: Resolved, listener: ListenerEntry | undefined): RuleContext {
  const port = portOf(values);
  const attributes = plainValue<LoadBalancerFacts>(listener?.loadBalancer)?.attributes;
  return {
    groupOf: knownGroup,
    ...(port === undefined || listener === undefined
      ? {}
      : { listener: { port, protocol: listener.protocol } }),
    simulateSourceIp: attributes?.simulateSourceIp ?? true,
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
