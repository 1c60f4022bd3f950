import { hostsOf } from "../routing/hosts";
import { attributesOf } from "./attributes";
import type { LoadBalancerFacts } from "./known";

/** A load balancer of another stack: its ARN tells its name, and no more. */
export function foreignLoadBalancer(name: string): LoadBalancerFacts {
  return { name, hosts: hostsOf(name, []), catchAll: false, attributes: attributesOf({}) };
}
