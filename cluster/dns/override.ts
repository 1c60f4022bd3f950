import {
  DISCOVERY_JOINT,
  DISCOVERY_PREFIX,
  MOST_LABELS,
} from "../../core/servicediscovery/discoveryName";
import { awsHost, localHost } from "../../core/hosts";
import { NAMESPACE } from "../../core/labels";

const ZONE = `${NAMESPACE}.svc.cluster.local`;
/** Names with an underscore are questions of other kinds, such as `_http._tcp`. */
const LABEL = "([a-z0-9-]+)";

/**
 * What makes the cluster's DNS know names of service discovery, in CoreDNS's words.
 *
 * A task's resolver asks for `orders.myapp.local` with its first search domain behind it; that
 * question becomes one for the Service that stands for the name, and the answer is turned back.
 * There is a rule for each number of labels, so no name has to be known here. The names that every
 * load balancer has are known without a search domain as well.
 */
export function dnsOverride(): string {
  const rules = Array.from({ length: MOST_LABELS - 1 }, (_, i) => rule(unknown(i + 2), ZONE));
  const own = [awsHost, localHost].map((hostOf) => rule(hostOf(ANY).split(".")));
  return [...rules, ...own, ""].join("\n");
}

/** Stands for a label that is not known. */
const ANY = "?";

function unknown(count: number): string[] {
  return Array.from({ length: count }, () => ANY);
}

/** Makes a question for a name of these labels, behind which is the domain, one for its Service. */
function rule(labels: readonly string[], domain?: string): string {
  const asked = [
    ...labels.map((label) => (label === ANY ? LABEL : label)),
    ...(domain?.split(".") ?? []),
  ].join("\\.");
  let place = 0;
  const parts = labels.map((label) => (label === ANY ? `{${(place += 1)}}` : label));
  const service = DISCOVERY_PREFIX + parts.join(DISCOVERY_JOINT);
  return `rewrite stop name regex ^${asked}\\.$ ${service}.${ZONE}. answer auto`;
}
