import { listAt, mapAt, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

export interface ServiceParts {
  /** The Endpoints object of the Service, once there is one. */
  readonly endpoints: KubeObject | undefined;
  /** Whether the endpoints have not changed for long enough. */
  readonly settled: boolean;
}

/** Services whose endpoints are not waited for: headless, external, or without a selector. */
export function waitsForPods(service: KubeObject): boolean {
  return (
    textAt(service, "spec", "clusterIP") !== "None" &&
    textAt(service, "spec", "type") !== "ExternalName" &&
    Object.keys(mapAt(service, "spec", "selector")).length > 0
  );
}

/**
 * A Service is ready when its endpoints have settled and none of them is unready; that it has any
 * is not asked for. One of the type LoadBalancer needs an address, too.
 */
export function serviceVerdict(service: KubeObject, parts: ServiceParts): Verdict {
  const allocated =
    textAt(service, "spec", "type") !== "LoadBalancer" ||
    listAt(service, "status", "loadBalancer", "ingress").length > 0;
  const subsets = listAt(parts.endpoints, "subsets");
  const has = (list: string): boolean => subsets.some((subset) => listAt(subset, list).length > 0);
  const waits = waitsForPods(service);
  if (allocated && (!waits || (parts.settled && !has("notReadyAddresses")))) {
    return ready("Service initialization complete");
  }
  const problems = [
    ...(waits && !has("addresses")
      ? [
          "Service does not target any Pods. Selected Pods may not be ready, or " +
            "field '.spec.selector' may not match labels on any Pods",
        ]
      : []),
    ...(allocated
      ? []
      : ["Service was not allocated an IP address; does your cloud provider support this?"]),
  ];
  return waiting(
    waits && !parts.settled
      ? "[1/3] Finding Pods to direct traffic to"
      : "[2/3] Attempting to allocate IP address to Service",
    problems,
  );
}
