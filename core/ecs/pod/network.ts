import type { ContainerModel, TaskModel } from "./model";

/** Kubernetes takes no more. */
const MOST_DNS_SERVERS = 3;
const MOST_SEARCH_DOMAINS = 32;

/**
 * Names and DNS servers. A pod has one set of them for all containers, and its servers come behind
 * the cluster's own, without which services would not find each other.
 */
export function network({ containers }: TaskModel) {
  const hosts = containers.flatMap(({ extraHosts }) => extraHosts);
  const addresses = distinct(hosts.map(({ ipAddress }) => ipAddress));
  const nameservers = all(containers, "dnsServers").slice(0, MOST_DNS_SERVERS);
  const searches = all(containers, "dnsSearchDomains").slice(0, MOST_SEARCH_DOMAINS);
  return {
    ...(hosts.length === 0
      ? {}
      : {
          hostAliases: addresses.map((ip) => ({
            ip,
            hostnames: distinct(
              hosts.filter(({ ipAddress }) => ipAddress === ip).map(({ hostname }) => hostname),
            ),
          })),
        }),
    ...(nameservers.length + searches.length === 0 ? {} : { dnsConfig: { nameservers, searches } }),
  };
}

function all(
  containers: readonly ContainerModel[],
  field: "dnsServers" | "dnsSearchDomains",
): string[] {
  return distinct(containers.flatMap((container) => container[field]));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
