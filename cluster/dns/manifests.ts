import { labels } from "../../core/labels";
import { dnsOverride } from "./override";

/**
 * The ConfigMap that k3s's CoreDNS reads beside its own configuration.
 * https://docs.k3s.io/networking/networking-services#coredns-custom-configuration-imports
 */
export function dnsConfigMap() {
  return {
    metadata: { name: "coredns-custom", namespace: "kube-system", labels: labels("dns") },
    data: { "kecs.override": dnsOverride() },
  };
}
