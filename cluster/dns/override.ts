import {
  DISCOVERY_JOINT,
  DISCOVERY_PREFIX,
  MOST_LABELS,
} from "../../core/servicediscovery/discoveryName";
import { NAMESPACE } from "../../core/labels";

const ZONE = `${NAMESPACE}.svc.cluster.local`;
/** Names with an underscore are questions of other kinds, such as `_http._tcp`. */
const LABEL = "([a-z0-9-]+)";

/**
 * What makes the cluster's DNS know names of service discovery, in CoreDNS's words.
 *
 * A task's resolver asks for `orders.myapp.local` with its first search domain behind it; that
 * question becomes one for the Service that stands for the name, and the answer is turned back.
 * There is a rule for each number of labels, so no name has to be known here.
 */
export function dnsOverride(): string {
  const rules = Array.from({ length: MOST_LABELS - 1 }, (_, i) => rule(i + 2));
  return [...rules, ""].join("\n");
}

function rule(count: number): string {
  const places = Array.from({ length: count }, (_, i) => i + 1);
  const asked = [...places.map(() => LABEL), ...ZONE.split(".")].join("\\.");
  const service = DISCOVERY_PREFIX + places.map((i) => `{${i}}`).join(DISCOVERY_JOINT);
  return `rewrite stop name regex ^${asked}\\.$ ${service}.${ZONE}. answer auto`;
}
