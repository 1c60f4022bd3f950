import { labels, NAMESPACE } from "../../labels";
import { kubernetesName } from "../../naming";

/** Name of the Secret that a trust store is. */
export function trustStoreSecretName(name: string): string {
  return kubernetesName(`ts-${name}`);
}

/** The trust store: Traefik reads authorities from the entry `ca.crt` of a Secret. */
export function trustStoreSecret(name: string, bundle: string) {
  return {
    metadata: {
      name: trustStoreSecretName(name),
      namespace: NAMESPACE,
      labels: labels("trust-store", { "kecs.dev/trust-store": name }),
    },
    type: "Opaque",
    data: { "ca.crt": Buffer.from(bundle).toString("base64") },
  };
}
