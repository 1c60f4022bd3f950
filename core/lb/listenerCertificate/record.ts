import { listenerCertificateArn, listenerPort, nameFromArn } from "../../arn";
import type { Connection } from "../../connection";
import { digest } from "../../naming";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import type { ListenerCertificateValues } from "./validate";

/** What tells of a certificate that a listener has beside its default one. */
export const LISTENER_CERTIFICATE_KIND = "lc";

export function listenerCertificateRecord(
  connection: Connection,
  { listenerArn, certificateArn }: ListenerCertificateValues,
): RecordContent<ListenerCertificateValues> {
  const loadBalancer = nameFromArn("listener", listenerArn) ?? "";
  const port = listenerPort(connection, listenerArn) ?? 0;
  return {
    key: `${LISTENER_CERTIFICATE_KIND}-${loadBalancer}-${port}-${digest(certificateArn, 8)}`,
    arn: listenerCertificateArn(listenerArn, certificateArn),
    attributes: { listenerArn, certificateArn },
  };
}

/** The listener and the certificate that a record joins. */
export function recordedListenerCertificate({
  attributes,
}: ObjectRecord): ListenerCertificateValues {
  return attributes as unknown as ListenerCertificateValues;
}
