import { nameFromArn } from "../../../arn";
import { trustStoreSecretName } from "../../trustStore/manifests";
import { loadBalancerName } from "../model";
import { tlsVersionsOf } from "../sslPolicies";
import type { ListenerValues } from "../values";
import { protocolsOf } from "./alpn";
import {
  DEFAULT_VERSIONS,
  type ClientCertificates,
  type Owner,
  type TlsSettings,
} from "./tlsOption";

/** The listener that its TLS objects belong to. */
export function ownerOf(of: ListenerValues): Owner {
  return { loadBalancer: loadBalancerName(of), port: of.port };
}

/**
 * How an HTTPS listener speaks TLS.
 *
 * @param http2 whether its load balancer offers HTTP/2
 */
export function tlsSettings(of: ListenerValues, http2: boolean): TlsSettings {
  const client = clientCertificates(of);
  const protocols = protocolsOf(of.alpnPolicy, http2);
  return {
    ...ownerOf(of),
    versions: tlsVersionsOf(of.sslPolicy ?? "") ?? DEFAULT_VERSIONS,
    ...(protocols === undefined ? {} : { protocols }),
    ...(client === undefined ? {} : { clientCertificates: client }),
  };
}

function clientCertificates({
  mutualAuthentication,
}: ListenerValues): ClientCertificates | undefined {
  const { mode: given, trustStoreArn = "" } = mutualAuthentication ?? {};
  if (given === "passthrough") return { mode: given };
  if (given !== "verify") return undefined;
  const secretName = trustStoreSecretName(nameFromArn("trustStore", trustStoreArn) ?? "");
  return { mode: given, secretName };
}
