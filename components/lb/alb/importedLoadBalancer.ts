import { hostsOf } from "../../../core/hosts";
import { attributesOf } from "../../../core/lb/loadBalancer/attributes";
import type { LoadBalancerFacts } from "../../controlPlane/entries";

/** A load balancer of another stack: its ARN tells its name, and no more. */
export function importedLoadBalancer(name: string): LoadBalancerFacts {
  return { name, hosts: hostsOf(name, []), catchAll: false, attributes: attributesOf({}) };
}
