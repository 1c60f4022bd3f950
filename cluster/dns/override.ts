import {
  DISCOVERY_JOINT,
  DISCOVERY_PREFIX,
  MOST_LABELS,
} from "../../core/servicediscovery/discoveryName";
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
 * There is a rule for each number of labels, so no name has to be known here.
 */
export function dnsOverride(): string {
  const counts = Array.from({ length: MOST_LABELS }, (_, i) => i + 1);
  const discovery = counts.filter((count) => count > 1).map(discoveryRule);
  return [...discovery, ...counts.map(connectRule), ""].join("\n");
}

function discoveryRule(count: number): string {
  const places = placesOf(count);
  const asked = [...places.map(() => LABEL), ...ZONE.split(".")];
  return rewrite(asked, DISCOVERY_PREFIX + places.map(placed).join(DISCOVERY_JOINT));
}

/** An alias of Service Connect, asked for with the domain of its namespace behind it. */
function connectRule(count: number): string {
  const places = placesOf(count);
  const asked = [...places.map(() => LABEL), DIGITS, ...CONNECT_ZONE.split(".")];
  const endpoint = [count + 1, ...places].map(placed).join(DISCOVERY_JOINT);
  return rewrite(asked, `${endpoint}.${NAMES_SERVICE}`);
}

function placesOf(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

function placed(place: number): string {
  return `{${place}}`;
}

function rewrite(asked: readonly string[], to: string): string {
  return `rewrite stop name regex ^${asked.join("\\.")}\\.$ ${to}.${ZONE}. answer auto`;
}
