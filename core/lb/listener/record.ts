import type { Connection } from "../../connection";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import { listenerArn } from "../../arn";
import { loadBalancerName, type Resolved } from "./model";
import { slotOf } from "./ports";
import type { TlsStructure } from "./tls/names";
import { protocolOf } from "./validate";
import type { ListenerValues } from "./values";

/** What the record of a listener says of it, with the local port on which it answers. */
export interface ListenerAttributes extends ListenerValues {
  readonly protocol: string;
  readonly localPort: number;
  /** Which TLS objects it has, which its arguments decide before they resolve; absent without TLS. */
  readonly tls?: TlsStructure;
}

export function listenerRecord(
  of: Resolved,
  tls: TlsStructure | undefined,
): RecordContent<ListenerAttributes> {
  const name = loadBalancerName(of);
  return {
    key: `listener-${name}-${of.port}`,
    arn: listenerArn(of.connection, name, of.port),
    attributes: {
      loadBalancerArn: of.loadBalancerArn,
      port: of.port,
      protocol: protocolOf(of),
      localPort: slotOf(of.connection, of).localPort,
      ...(of.certificateArn === undefined ? {} : { certificateArn: of.certificateArn }),
      ...(of.sslPolicy === undefined ? {} : { sslPolicy: of.sslPolicy }),
      ...(of.alpnPolicy === undefined ? {} : { alpnPolicy: of.alpnPolicy }),
      ...(of.mutualAuthentication === undefined
        ? {}
        : { mutualAuthentication: of.mutualAuthentication }),
      defaultActions: of.defaultActions,
      ...(tls === undefined
        ? {}
        : { tls: { issuesCertificate: tls.issuesCertificate, hasOption: tls.hasOption } }),
      tags: of.tags ?? {},
    },
  };
}

/** A listener as its record has it. */
export interface ListenerOfRecord {
  readonly record: ObjectRecord;
  /** Its arguments, in its instance. */
  readonly values: Resolved;
  readonly tls: TlsStructure | undefined;
}

export function recordedListener(record: ObjectRecord, connection: Connection): ListenerOfRecord {
  const { tls, ...values } = record.attributes as unknown as ListenerAttributes;
  return { record, values: { ...values, connection }, tls };
}
