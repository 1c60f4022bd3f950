import { discoveryServiceName } from "./discoveryName";
import { labels, NAMESPACE, SKIP_AWAIT } from "../labels";
import { registryLabels } from "./registry";

/**
 * What a name of service discovery is: a Service without an address of its own, whose answer is the
 * addresses of the ready tasks.
 */
export function discoveryServiceManifest(dnsName: string, arn: string) {
  return {
    metadata: {
      name: discoveryServiceName(dnsName),
      namespace: NAMESPACE,
      labels: labels("service-discovery"),
      annotations: { ...SKIP_AWAIT, "kecs.dev/dns-name": dnsName },
    },
    spec: { clusterIP: "None", selector: registryLabels(arn) },
  };
}
