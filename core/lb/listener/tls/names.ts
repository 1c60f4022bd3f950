import { certificateSecretName } from "../../../acm/manifests";
import type { ListenerTls } from "../../model";
import type { ListenerValues } from "../values";
import { clientCertificateName, listenerSecretName, tlsOptionName, type Owner } from "./tlsOption";

/** Which of these objects there are. */
export interface TlsStructure {
  /** The Secret of a certificate that is issued for its hosts. */
  readonly issuesCertificate: boolean;
  /** A TLSOption. */
  readonly hasOption: boolean;
}

/** The objects that hold the certificate and the TLS options of an HTTPS listener. */
export function tlsNames(
  owner: Owner,
  { certificateArn, mutualAuthentication }: ListenerValues,
  structure: TlsStructure | undefined,
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
