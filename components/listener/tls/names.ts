import { certificateSecretName } from "../../certificate/manifests";
import type { ListenerTls } from "../../routing/model";
import type { ListenerValues } from "../values";
import { clientCertificateName, listenerSecretName, tlsOptionName, type Owner } from "./tlsOption";

/** The objects that hold the certificate and the TLS options of an HTTPS listener. */
export function tlsNames(
  owner: Owner,
  { certificateArn, mutualAuthentication }: ListenerValues,
  withOption: boolean,
): ListenerTls {
  return {
    secretName:
      certificateArn === undefined
        ? listenerSecretName(owner)
        : certificateSecretName(certificateArn),
    ...(withOption ? { optionName: tlsOptionName(owner) } : {}),
    ...(mutualAuthentication?.mode === "verify" ? { verifiesClients: true } : {}),
    ...(mutualAuthentication?.mode === "passthrough"
      ? { clientCertificateName: clientCertificateName(owner) }
      : {}),
  };
}
