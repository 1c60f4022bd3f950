import type {
  CreateListenerCommandInput,
  Listener,
  ModifyListenerCommandInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../../world/awsError";
import type { Connection } from "../../../../core/connection";
import type { ActionValues } from "../../../../core/lb/actions/values";
import type { Resolved } from "../../../../core/lb/listener/model";
import { recordedListener } from "../../../../core/lb/listener/record";
import type { TlsStructure } from "../../../../core/lb/listener/tls/names";
import { protocolOf } from "../../../../core/lb/listener/validate";
import type { ListenerValues } from "../../../../core/lb/listener/values";
import type { LoadBalancerFacts } from "../../../../core/lb/model";
import type { ObjectRecord } from "../../../../core/records/records";
import { toAwsAction } from "./action";
import { defined } from "./defined";
import { toTagValues } from "./tags";

type TlsInput = Pick<
  ModifyListenerCommandInput,
  "SslPolicy" | "Certificates" | "AlpnPolicy" | "MutualAuthentication"
>;
type TlsValues = Pick<
  ListenerValues,
  "sslPolicy" | "certificateArn" | "alpnPolicy" | "mutualAuthentication"
>;

/** What the API of AWS takes where an HTTPS listener names no policy. */
const DEFAULT_POLICY = "ELBSecurityPolicy-2016-08";

/** The values of a listener that is to be made. */
export function toListenerValues(
  input: CreateListenerCommandInput,
  defaultActions: readonly ActionValues[],
  loadBalancerArn: string,
  connection: Connection,
): Resolved {
  if (input.Port === undefined) throw invalid("A listener port must be specified");
  if (input.Protocol === undefined) throw invalid("A listener protocol must be specified");
  return {
    connection,
    loadBalancerArn,
    port: input.Port,
    protocol: input.Protocol,
    ...toTlsValues(input),
    defaultActions,
    tags: toTagValues(input.Tags),
  };
}

/** The values of a listener with what a caller wants to change of it. */
export function changedListenerValues(
  present: Resolved,
  input: ModifyListenerCommandInput,
  defaultActions: readonly ActionValues[] | undefined,
): Resolved {
  const { sslPolicy, certificateArn, alpnPolicy, mutualAuthentication, ...others } = present;
  const protocol = input.Protocol ?? protocolOf(present);
  return {
    ...others,
    protocol,
    // What an HTTPS listener had of TLS goes with its protocol.
    ...(protocol === "HTTP"
      ? {}
      : defined({ sslPolicy, certificateArn, alpnPolicy, mutualAuthentication })),
    ...toTlsValues(input),
    ...(defaultActions === undefined ? {} : { defaultActions }),
  };
}

function toTlsValues(input: TlsInput): TlsValues {
  const mutual = input.MutualAuthentication;
  return defined({
    sslPolicy: input.SslPolicy,
    certificateArn: only(input.Certificates, "certificate")?.CertificateArn,
    alpnPolicy: only(input.AlpnPolicy, "ALPN policy"),
    mutualAuthentication:
      mutual === undefined
        ? undefined
        : defined({
            mode: mutual.Mode ?? "off",
            trustStoreArn: mutual.TrustStoreArn,
            ignoreClientCertificateExpiry: mutual.IgnoreClientCertificateExpiry,
            advertiseTrustStoreCaNames: mutual.AdvertiseTrustStoreCaNames,
          }),
  });
}

function only<Item>(list: readonly Item[] | undefined, what: string): Item | undefined {
  const [first, ...more] = list ?? [];
  if (more.length === 0) return first;
  throw invalid(`You must provide a list containing exactly one ${what}`);
}

/** Which TLS objects a listener has; no certificate is issued for one, since AWS demands its ARN. */
export function tlsStructureOf(
  values: ListenerValues,
  { attributes }: Pick<LoadBalancerFacts, "attributes">,
): TlsStructure | undefined {
  if (protocolOf(values) === "HTTP") return undefined;
  const given = [values.sslPolicy, values.alpnPolicy, values.mutualAuthentication];
  const hasOption = !attributes.http2 || given.some((each) => each !== undefined);
  return { issuesCertificate: false, hasOption };
}

export function toAwsListener(object: Pick<ObjectRecord, "arn" | "attributes">): Listener {
  const values = object.attributes as unknown as ListenerValues;
  const Protocol = protocolOf(values);
  return {
    ListenerArn: object.arn,
    LoadBalancerArn: values.loadBalancerArn,
    Port: values.port,
    Protocol,
    ...(Protocol === "HTTP" ? {} : toAwsTls(values)),
    DefaultActions: values.defaultActions.map(toAwsAction),
  };
}

function toAwsTls(values: ListenerValues): TlsInput {
  const { certificateArn, sslPolicy, alpnPolicy } = values;
  const mutual = values.mutualAuthentication;
  return {
    ...(certificateArn === undefined ? {} : { Certificates: [{ CertificateArn: certificateArn }] }),
    SslPolicy: sslPolicy ?? DEFAULT_POLICY,
    ...(alpnPolicy === undefined ? {} : { AlpnPolicy: [alpnPolicy] }),
    MutualAuthentication: defined({
      Mode: mutual?.mode ?? "off",
      TrustStoreArn: mutual?.trustStoreArn,
      IgnoreClientCertificateExpiry: mutual?.ignoreClientCertificateExpiry,
      AdvertiseTrustStoreCaNames: mutual?.advertiseTrustStoreCaNames as "on" | "off" | undefined,
    }),
  };
}

/** The values that a listener's record holds. */
export function listenerValuesOf(object: ObjectRecord, connection: Connection): Resolved {
  return recordedListener(object, connection).values;
}

function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}
