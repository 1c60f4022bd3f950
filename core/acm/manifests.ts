import { nameFromArn } from "../arn";
import { labels, NAMESPACE } from "../labels";
import { kubernetesName } from "../naming";
import type { KeyPair } from "./authority/keyPair";

/** Name of the Secret that a certificate is; its ARN tells it to other programs as well. */
export function certificateSecretName(arn: string): string {
  return kubernetesName(`cert-${nameFromArn("certificate", arn) ?? arn}`);
}

/** A Secret that Traefik takes a certificate from; its content is apart, since it is secret. */
export function tlsSecret(
  name: string,
  component: string,
  extra: Readonly<Record<string, string>> = {},
) {
  return {
    metadata: { name, namespace: NAMESPACE, labels: labels(component, extra) },
    type: "kubernetes.io/tls",
  };
}

/** The content of such a Secret. */
export function tlsSecretData({ certificate, key }: KeyPair) {
  const encode = (text: string): string => Buffer.from(text).toString("base64");
  return { "tls.crt": encode(certificate), "tls.key": encode(key) };
}
