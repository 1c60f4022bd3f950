import { certificateSecretName } from "../../../../core/acm/manifests";
import type { ListenerTls } from "../../../../core/lb/model";
import type { ListenerValues } from "../../../../core/lb/listener/values";
import type { TlsResources } from "./childResources";
import {
  clientCertificateName,
  listenerSecretName,
  tlsOptionName,
  type Owner,
} from "../../../../core/lb/listener/tls/tlsOption";

/** The objects that hold the certificate and the TLS options of an HTTPS listener. */
export function tlsNames(
  owner: Owner,
  { certificateArn, mutualAuthentication }: ListenerValues,
  structure: Pick<TlsResources, "issuesCertificate" | "hasOption"> | undefined,
): ListenerTls {
  const secretName = structure?.issuesCertificate === true ? listenerSecretName(owner) : undefined;
  // An argument that turns out to be none leaves the instance's own certificate.
  const given = certificateArn === undefined ? secretName : certificateSecretName(certificateArn);
  return {
    ...(given === undefined ? {} : { secretName: given }),
    ...(structure?.hasOption === true ? { optionName: tlsOptionName(owner) } : {}),
    ...(mutualAuthentication?.mode === "verify" ? { verifiesClients: true } : {}),
    ...(mutualAuthentication?.mode === "passthrough"
      ? { clientCertificateName: clientCertificateName(owner) }
      : {}),
  };
}
