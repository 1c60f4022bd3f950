import { awsHost, localHost } from "../../hosts";
import { discoveryServiceName } from "../../servicediscovery/discoveryName";
import { insideHosts } from "../inside/hosts";
import { hostsOf } from "../listenerRule/model";
import type { ObjectRecord, Records } from "../../records/records";
import { recordedRulesOf, type RecordedLoadBalancer } from "./loadBalancers";

/** The host names by which tasks reach load balancers, by the ARNs of these. */
export type RecordedNames = ReadonlyMap<string, readonly string[]>;

/**
 * The names that the makers of load balancers made for them: their own hosts, and those of rules of
 * the same maker. A name leads to one thing: to a service of Cloud Map, or to the load balancer that
 * has it itself, before one whose rules name it.
 */
export function recordedNames(
  records: Records,
  all: readonly RecordedLoadBalancer[],
): RecordedNames {
  const taken = new Set(records.objects.flatMap(discoveryObject));
  const names = new Map<string, string[]>();
  const add = ({ arn }: RecordedLoadBalancer, hosts: readonly string[]): void => {
    const fresh = hosts.filter((host) => !taken.has(discoveryServiceName(host)));
    for (const host of fresh) taken.add(discoveryServiceName(host));
    names.set(arn, [...(names.get(arn) ?? []), ...fresh]);
  };
  for (const of of all) {
    const { name, hosts } = of.facts;
    add(of, [awsHost(name), localHost(name)]);
    add(of, insideHosts(hosts));
  }
  for (const of of all) {
    const rules = of.listeners.flatMap(({ arn }) => recordedRulesOf(records, arn));
    const own = rules.filter(({ stack }) => stack === of.stack);
    add(of, insideHosts(own.flatMap(({ values }) => hostsOf(values.conditions))));
  }
  return names;
}

function discoveryObject({ kind, attributes }: ObjectRecord): string[] {
  return kind === "discovery" ? [discoveryServiceName(String(attributes["dnsName"]))] : [];
}
