import { labels, NAMESPACE } from "../../../labels";
import { kubernetesName } from "../../../naming";
import type { TlsVersion, TlsVersions } from "../sslPolicies";

/**
 * What a listener makes of client certificates.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export type ClientCertificates =
  | {
      readonly mode: "verify";
      /** The Secret of the trust store. */
      readonly secretName: string;
    }
  | { readonly mode: "passthrough" };

/** How an HTTPS listener speaks TLS. */
export interface TlsSettings {
  readonly loadBalancer: string;
  readonly port: number;
  readonly versions: TlsVersions;
  /** What is offered to clients, the preferred first; absent is HTTP/2 and HTTP/1.1. */
  readonly protocols?: readonly string[];
  /** Absent where clients are not asked for a certificate. */
  readonly clientCertificates?: ClientCertificates;
}

/** What a listener without a policy speaks: the same as the instance's default. */
export const DEFAULT_VERSIONS: TlsVersions = { minimum: "1.2", maximum: "1.3" };

const API_VERSION = "traefik.io/v1alpha1";
/** The listener that objects belong to. */
export type Owner = Pick<TlsSettings, "loadBalancer" | "port">;

function metadata({ loadBalancer, port }: Owner, part: string) {
  return {
    name: `${kubernetesName(`${loadBalancer}-${port}`, 50)}-${part}`,
    namespace: NAMESPACE,
    labels: labels("listener", {
      "kecs.dev/load-balancer": loadBalancer,
      "kecs.dev/listener-port": String(port),
    }),
  };
}

/** Name of a listener's TLS option: each has one of its own, also where two are equal. */
export function tlsOptionName(owner: Owner): string {
  return metadata(owner, "tls").name;
}

/** Name of the Secret with the certificate that is issued for a listener without any. */
export function listenerSecretName(owner: Owner): string {
  return metadata(owner, "cert").name;
}

/** The metadata and type of that Secret. */
export function listenerSecret(owner: Owner) {
  return { metadata: metadata(owner, "cert"), type: "kubernetes.io/tls" };
}

/**
 * A listener's TLS option. Traefik lets it rule only through routes with a `Host(…)`: a route that
 * knows its hosts by an expression alone must not name it, or the listener loses all of its rules.
 */
export function tlsOption(settings: TlsSettings) {
  const { versions, protocols } = settings;
  const client = clientAuth(settings.clientCertificates);
  return {
    apiVersion: API_VERSION,
    kind: "TLSOption",
    metadata: metadata(settings, "tls"),
    spec: {
      minVersion: versionName(versions.minimum),
      maxVersion: versionName(versions.maximum),
      ...(protocols === undefined ? {} : { alpnProtocols: protocols }),
      ...(client === undefined ? {} : { clientAuth: client }),
    },
  };
}

/** Name of the middleware that hands client certificates to targets. */
export function clientCertificateName(owner: Owner): string {
  return metadata(owner, "client-cert").name;
}

/**
 * Hands the client's certificate to the targets, as `X-Forwarded-Tls-Client-Cert`: PEM without its
 * first and last line. For the root of a listener that passes them through.
 */
export function clientCertificateMiddleware(owner: Owner) {
  return {
    apiVersion: API_VERSION,
    kind: "Middleware",
    metadata: metadata(owner, "client-cert"),
    spec: { passTLSClientCert: { pem: true } },
  };
}

function versionName(version: TlsVersion): string {
  return `VersionTLS${version.replace(".", "")}`;
}

function clientAuth(client: ClientCertificates | undefined) {
  if (client === undefined) return undefined;
  return client.mode === "verify"
    ? { secretNames: [client.secretName], clientAuthType: "RequireAndVerifyClientCert" }
    : { clientAuthType: "RequestClientCert" };
}
