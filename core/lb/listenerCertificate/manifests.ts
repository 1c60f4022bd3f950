import { certificateSecretName } from "../../acm/manifests";
import { digest, kubernetesName } from "../../naming";
import { labels, NAMESPACE } from "../../labels";
import { literal } from "../ruleLanguage/literal";

/** A listener that gets one more certificate. */
export interface CertificateCarrier {
  readonly loadBalancer: string;
  readonly port: number;
  readonly entryPoint: string;
  readonly certificateArn: string;
}

/**
 * Makes Traefik load a certificate: it takes those that some route names, and chooses among them by
 * the name that a client asks for. This route names one and can answer no request: it asks for a
 * host under `.invalid`, which nobody has (RFC 2606), and for another one at once.
 */
export function carrierRoute({
  loadBalancer,
  port,
  entryPoint,
  certificateArn,
}: CertificateCarrier) {
  const name = kubernetesName(`${loadBalancer}-${port}-cert-${digest(certificateArn, 8)}`);
  const host = `Host(${literal(`${name}.invalid`)})`;
  return {
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRoute",
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: labels("listener-certificate", {
        "kecs.dev/load-balancer": loadBalancer,
        "kecs.dev/listener-port": String(port),
      }),
    },
    spec: {
      entryPoints: [entryPoint],
      tls: { secretName: certificateSecretName(certificateArn) },
      routes: [
        {
          kind: "Rule",
          match: `${host} && !${host}`,
          priority: 1,
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    },
  };
}
