import {
  DISCOVERY_JOINT,
  DISCOVERY_PREFIX,
  MOST_LABELS,
} from "../../core/servicediscovery/discoveryName";
import { awsHost, localHost } from "../../core/hosts";
import { CONNECT_ZONE, NAMES_SERVICE } from "../../core/ecs/serviceConnect/names";
import { NAMESPACE } from "../../core/labels";

const ZONE = `${NAMESPACE}.svc.cluster.local`;
/** Names with an underscore are questions of other kinds, such as `_http._tcp`. */
const LABEL = "([a-z0-9-]+)";
/** By which a namespace of Service Connect goes. */
const DIGITS = "([0-9a-f]{8})";

/**
 * What makes the cluster's DNS know names of service discovery and Service Connect, in CoreDNS's words.
 *
 * A task's resolver asks for `orders.myapp.local` with its first search domain behind it; that
 * question becomes one for the Service that stands for the name, and the answer is turned back.
 * There is a rule for each number of labels, so no name has to be known here. The names that every
 * load balancer has are known without a search domain as well.
 */
export function dnsOverride(): string {
  const counts = Array.from({ length: MOST_LABELS }, (_, i) => i + 1);
  const discovery = counts.filter((count) => count > 1).map((count) => rule(unknown(count), ZONE));
  const loadBalancers = [awsHost, localHost].map((hostOf) => rule(hostOf(ANY).split(".")));
  return [...discovery, ...loadBalancers, ...counts.map(connectRule), ""].join("\n");
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
  ];
  let place = 0;
  const parts = labels.map((label) => (label === ANY ? placed((place += 1)) : label));
  return rewrite(asked, DISCOVERY_PREFIX + parts.join(DISCOVERY_JOINT));
}

/** An alias of Service Connect, asked for with the domain of its namespace behind it. */
function connectRule(count: number): string {
  const asked = [...unknown(count).map(() => LABEL), DIGITS, ...CONNECT_ZONE.split(".")];
  const places = Array.from({ length: count }, (_, i) => i + 1);
  const endpoint = [count + 1, ...places].map(placed).join(DISCOVERY_JOINT);
  return rewrite(asked, `${endpoint}.${NAMES_SERVICE}`);
}

function placed(place: number): string {
  return `{${place}}`;
}

function rewrite(asked: readonly string[], to: string): string {
  return `rewrite stop name regex ^${asked.join("\\.")}\\.$ ${to}.${ZONE}. answer auto`;
}
