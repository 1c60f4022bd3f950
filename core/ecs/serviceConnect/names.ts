import { DISCOVERY_JOINT } from "../../servicediscovery/discoveryName";

/**
 * The Service without an address whose endpoints are called as the aliases of all namespaces. No
 * alias has two hyphens in a row, so nobody asks for it by accident.
 */
export const NAMES_SERVICE = "sc--names";
/** Under it lies a domain for each namespace. */
export const CONNECT_ZONE = "sc.cluster.local";

/** Eight digits of a namespace's id, which is `ns-` and sixteen. */
function digitsOf(namespaceId: string): string {
  return namespaceId.slice(3, 11);
}

/** Where the tasks of a namespace look for names first, and no others. */
export function searchDomain(namespaceId: string): string {
  return `${digitsOf(namespaceId)}.${CONNECT_ZONE}`;
}

/** What an alias is called among the endpoints; the cluster's DNS makes the same of the question. */
export function endpointName(namespaceId: string, dnsName: string): string {
  return [digitsOf(namespaceId), ...dnsName.split(".")].join(DISCOVERY_JOINT);
}
