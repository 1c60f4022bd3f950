import { NAMESPACE } from "../../labels";
import type { ContainerModel, TaskModel } from "./model";

/** Kubernetes takes no more. */
const MOST_DNS_SERVERS = 3;
const MOST_SEARCH_DOMAINS = 32;
/** k3s gives its DNS this address. */
const CLUSTER_DNS = "10.43.0.10";
/** Where a task looks for the cluster's own names, in this order. */
const CLUSTER_DOMAINS = [`${NAMESPACE}.svc.cluster.local`, "svc.cluster.local", "cluster.local"];

/**
 * Names and DNS servers. A pod has one set of them for all containers, and its servers come behind
 * the cluster's own, without which services would not find each other.
 *
 * @param searchDomain where names are looked for before all others
 */
export function network({ containers }: TaskModel, searchDomain?: string) {
  const hosts = containers.flatMap(({ extraHosts }) => extraHosts);
  const addresses = distinct(hosts.map(({ ipAddress }) => ipAddress));
  const nameservers = all(containers, "dnsServers");
  const searches = all(containers, "dnsSearchDomains");
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
    ...resolver(nameservers, searches, searchDomain),
  };
}

/** Kubernetes puts its own domains in front of a pod's, unless the pod has all of them itself. */
function resolver(
  nameservers: readonly string[],
  searches: readonly string[],
  searchDomain: string | undefined,
) {
  if (searchDomain !== undefined) {
    const domains = [searchDomain, ...CLUSTER_DOMAINS, ...searches];
    return {
      dnsPolicy: "None",
      dnsConfig: {
        nameservers: [CLUSTER_DNS, ...nameservers].slice(0, MOST_DNS_SERVERS),
        searches: domains.slice(0, MOST_SEARCH_DOMAINS),
        options: [{ name: "ndots", value: "5" }],
      },
    };
  }
  if (nameservers.length + searches.length === 0) return {};
  return {
    dnsConfig: {
      nameservers: nameservers.slice(0, MOST_DNS_SERVERS),
      searches: searches.slice(0, MOST_SEARCH_DOMAINS),
    },
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
