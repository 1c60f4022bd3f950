import { listenerPort, loadBalancerArn, nameFromArn } from "../../core/arn";
import type { Connection } from "../../core/connection";
import { recordedListener } from "../../core/lb/listener/record";
import type { ImportedLoadBalancer } from "../../core/lb/listener/validateParent";
import { recordedLoadBalancer } from "../../core/lb/loadBalancer/record";
import type { Listener, LoadBalancerFacts, TargetGroup } from "../../core/lb/model";
import { assumedListener, assumedLoadBalancer } from "../../core/lb/recorded/assumed";
import { listenersOf, modelOf, recordedRulesOf } from "../../core/lb/recorded/loadBalancers";
import { assumedTargetGroup, targetGroupModel } from "../../core/lb/targetGroup/model";
import { recordedTargetGroup } from "../../core/lb/targetGroup/record";
import type { TargetGroupValues } from "../../core/lb/targetGroup/values";
import { recordOf } from "../../core/records/records";
import { findImported } from "../base/imported";
import { isOwnStack } from "../controlPlane/stackOfProgram";
import { findTargetGroup, knownGroup } from "../controlPlane/targetGroups";

/* Load balancers, listeners and target groups of other stacks, by their records. */

/** Where an argument names an object of another stack. */
export interface ImportPlace {
  readonly connection: Connection;
  /** How errors call the argument. */
  readonly path: string;
}

export async function importedLoadBalancer(
  arn: string,
  { connection, path }: ImportPlace,
): Promise<ImportedLoadBalancer> {
  const { instance } = connection;
  const found = await findImported({ instance, arn, what: "load balancer", path });
  if (found === undefined) {
    const facts = assumedLoadBalancer(nameFromArn("loadBalancer", arn) ?? "");
    return { facts, listeners: [] };
  }
  const listeners = listenersOf(found.records, arn, connection)
    .filter(({ record }) => !isOwnStack(record.stack))
    .map(({ record: { stack }, values: { port, localPort } }) => ({ port, localPort, stack }));
  return { facts: recordedLoadBalancer(found.record), listeners };
}

export interface ImportedListener {
  readonly loadBalancerArn: string;
  readonly loadBalancer: LoadBalancerFacts;
  readonly listener: Listener;
  /** Which stacks have a rule of these priorities; undefined where the records do not tell. */
  readonly priorities: Readonly<Record<number, string>> | undefined;
}

export async function importedListener(
  arn: string,
  { connection, path }: ImportPlace,
): Promise<ImportedListener> {
  const { instance } = connection;
  const found = await findImported({ instance, arn, what: "listener", path });
  if (found === undefined) {
    const name = nameFromArn("listener", arn) ?? "";
    return {
      loadBalancerArn: loadBalancerArn(connection, name),
      loadBalancer: assumedLoadBalancer(name),
      listener: assumedListener(connection, arn, listenerPort(connection, arn) ?? 0),
      priorities: undefined,
    };
  }
  const { record, records } = found;
  const of = recordedListener(record, connection);
  const parent = recordOf(records, of.values.loadBalancerArn);
  const loadBalancer =
    parent === undefined
      ? assumedLoadBalancer(nameFromArn("listener", arn) ?? "")
      : recordedLoadBalancer(parent);
  const others = recordedRulesOf(records, arn).filter(({ stack }) => !isOwnStack(stack));
  return {
    loadBalancerArn: of.values.loadBalancerArn,
    loadBalancer,
    listener: modelOf(records, of, loadBalancer),
    priorities: Object.fromEntries(others.map(({ stack, values }) => [values.priority, stack])),
  };
}

/** The arguments of a target group, of this program or of another stack. */
export async function groupValuesOf(
  arn: string,
  { connection: { instance }, path }: ImportPlace,
): Promise<TargetGroupValues> {
  const own = findTargetGroup(arn);
  if (own !== undefined) return own.values;
  const found = await findImported({ instance, arn, what: "target group", path });
  return found === undefined
    ? { name: nameFromArn("targetGroup", arn) ?? "" }
    : recordedTargetGroup(found.record);
}

/** What a listener has to know of the target groups that its actions or a rule's forward to. */
export async function groupsOf(
  arns: readonly string[],
  place: ImportPlace,
): Promise<(arn: string) => TargetGroup> {
  const strange = arns.filter((arn) => knownGroup(arn) === undefined);
  const groups = await Promise.all(
    strange.map(async (arn) => targetGroupModel(await groupValuesOf(arn, place), arn)),
  );
  return (arn) =>
    knownGroup(arn) ?? groups.find((group) => group.arn === arn) ?? assumedTargetGroup(arn);
}
