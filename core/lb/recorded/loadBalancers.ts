import { nameFromArn } from "../../arn";
import type { Connection } from "../../connection";
import { awsHost, localHost } from "../../hosts";
import { recordOf, type ObjectRecord, type Records } from "../../records/records";
import { listenerModel, type Resolved } from "../listener/model";
import { recordedListener, type ListenerOfRecord } from "../listener/record";
import { tlsNames } from "../listener/tls/names";
import { hostsOf, ruleModel } from "../listenerRule/model";
import { recordedRule } from "../listenerRule/record";
import { recordedLoadBalancer } from "../loadBalancer/record";
import type { Listener, LoadBalancer, LoadBalancerFacts, Rule, TargetGroup } from "../model";
import { assumedTargetGroup, targetGroupModel } from "../targetGroup/model";
import { recordedTargetGroup } from "../targetGroup/record";

/* What the records of an instance say of its load balancers, whichever stacks made the parts. */

/** A listener with the stack that made it. */
export interface RecordedListener {
  readonly arn: string;
  readonly stack: string;
  readonly values: Resolved;
  readonly model: Listener;
}

/** A load balancer with the stack that made it. */
export interface RecordedLoadBalancer {
  readonly arn: string;
  readonly stack: string;
  readonly facts: LoadBalancerFacts;
  /** In ascending order of the port. */
  readonly listeners: readonly RecordedListener[];
}

/** What a listener has to know of a target group; one without a record is known by its ARN alone. */
function recordedGroupOf(records: Records): (arn: string) => TargetGroup {
  return (arn) => {
    const record = recordOf(records, arn);
    return record === undefined
      ? assumedTargetGroup(arn)
      : targetGroupModel(recordedTargetGroup(record), arn);
  };
}

/** All load balancers of an instance, by name. */
export function recordedLoadBalancers(
  records: Records,
  connection: Connection,
): RecordedLoadBalancer[] {
  return ofKind(records, "lb")
    .map((record) => ({ record, facts: recordedLoadBalancer(record) }))
    .map(({ record: { arn, stack }, facts }) => ({
      arn,
      stack,
      facts,
      listeners: listenersOf(records, arn, connection)
        .map((of) => ({
          arn: of.record.arn,
          stack: of.record.stack,
          values: of.values,
          model: { ...modelOf(records, of, facts), rules: rulesOf(records, of.record.arn) },
        }))
        .sort((a, b) => a.values.port - b.values.port),
    }))
    .sort((a, b) => a.facts.name.localeCompare(b.facts.name));
}

/** A load balancer as `evaluate` and `translate` take it. */
export function routingOf({ facts, listeners }: RecordedLoadBalancer): LoadBalancer {
  return { ...facts, listeners: listeners.map(({ model }) => model) };
}

/** The listeners that a load balancer has by the records. */
export function listenersOf(
  records: Records,
  loadBalancerArn: string,
  connection: Connection,
): ListenerOfRecord[] {
  return ofKind(records, "listener")
    .map((record) => recordedListener(record, connection))
    .filter(({ values }) => values.loadBalancerArn === loadBalancerArn);
}

/** A listener as requests meet it, without its rules. */
export function modelOf(
  records: Records,
  { record, values, tls }: ListenerOfRecord,
  facts: LoadBalancerFacts,
): Listener {
  const { connection, loadBalancerArn, port } = values;
  // A program knows of its own rules and load balancers, and no more.
  const own: Records = {
    ...records,
    objects: records.objects.filter(({ stack }) => stack === record.stack),
  };
  return listenerModel(values, {
    loadBalancer: facts,
    ruleHosts: recordedRulesOf(own, record.arn).flatMap(({ values: of }) => hostsOf(of.conditions)),
    siblings: listenersOf(
      // The owner's program knows no listener of a guest.
      recordOf(records, loadBalancerArn)?.stack === record.stack ? own : records,
      loadBalancerArn,
      connection,
    ).map(({ values: of }) => of),
    neighbours: neighboursOf(own, loadBalancerArn),
    groupOf: recordedGroupOf(records),
    tls: tlsNames({ loadBalancer: facts.name, port }, values, tls),
  });
}

/** The rules that a listener has by the records, each with the stack that made it. */
export function recordedRulesOf(records: Records, listenerArn: string) {
  return ofKind(records, "rule")
    .map((record) => ({ stack: record.stack, values: recordedRule(record) }))
    .filter(({ values }) => values.listenerArn === listenerArn);
}

function rulesOf(records: Records, listenerArn: string): Rule[] {
  return recordedRulesOf(records, listenerArn)
    .map(({ values }) => ruleModel(values.name, values, recordedGroupOf(records)))
    .sort((a, b) => a.priority - b.priority);
}

function ofKind({ objects }: Records, kind: string): ObjectRecord[] {
  return objects.filter((object) => object.kind === kind);
}

/** The hosts of other load balancers, but for the two names of each, with those of their rules. */
function neighboursOf(records: Records, loadBalancerArn: string): string[] {
  const others = ofKind(records, "lb").filter(({ arn }) => arn !== loadBalancerArn);
  const names = new Set(others.map(({ arn }) => nameFromArn("loadBalancer", arn)));
  const hosts = others.flatMap((record) => {
    const { name, hosts: all } = recordedLoadBalancer(record);
    return all.filter((host) => host !== localHost(name) && host !== awsHost(name));
  });
  const ofRules = ofKind(records, "rule")
    .map(recordedRule)
    .filter(({ listenerArn }) => names.has(nameFromArn("listener", listenerArn)))
    .flatMap(({ conditions }) => hostsOf(conditions));
  return [...new Set([...hosts, ...ofRules])].sort();
}
