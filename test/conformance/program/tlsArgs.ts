import { Certificate, TrustStore, type ListenerArgs } from "../../../components";
import type { PlannedListener } from "../plan/plan";
import type { Place } from "./targets";

type TlsSettings = Pick<PlannedListener, "certificate" | "sslPolicy" | "mutualAuthentication">;

/**
 * What an HTTPS listener is given: a certificate of its own, a policy, a trust store.
 *
 * @param bundle the authorities that a trust store holds, PEM
 */
export function tlsArgs(
  { connection, options }: Place,
  name: string,
  { certificate, sslPolicy, mutualAuthentication: mode }: TlsSettings,
  bundle: string,
): Partial<ListenerArgs> {
  const own = { connection };
  return {
    ...(certificate === undefined
      ? {}
      : {
          certificateArn: new Certificate(name, { ...own, domainName: certificate }, options).arn,
        }),
    ...(sslPolicy === undefined ? {} : { sslPolicy }),
    ...(mode === undefined
      ? {}
      : {
          mutualAuthentication: {
            mode,
            ...(mode === "verify"
              ? {
                  trustStoreArn: new TrustStore(
                    name,
                    { ...own, caCertificatesBundle: bundle },
                    options,
                  ).arn,
                }
              : {}),
          },
        }),
  };
}
