/** Labels that a name of service discovery may have, the service's own included. */
export const MOST_LABELS = 8;
/** In front of every object that stands for a name, so that it meets no other object. */
export const DISCOVERY_PREFIX = "sd-";
/** Between the labels of a name inside of an object's name. */
export const DISCOVERY_JOINT = "--";

const OBJECT_NAME_LENGTH = 63;

/**
 * The Kubernetes Service that answers to a name such as `orders.myapp.local`. The cluster's DNS
 * makes the same of the question, and so no label may have two hyphens in a row.
 */
export function discoveryServiceName(dnsName: string): string {
  return DISCOVERY_PREFIX + dnsName.toLowerCase().split(".").join(DISCOVERY_JOINT);
}

/** Whether an object can have a name for it, and the cluster's DNS a rule. */
export function fitsDiscovery(dnsName: string): boolean {
  return (
    discoveryServiceName(dnsName).length <= OBJECT_NAME_LENGTH &&
    dnsName.split(".").length <= MOST_LABELS
  );
}
