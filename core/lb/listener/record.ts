import type { Connection } from "../../connection";
import type { RecordContent } from "../../records/manifest";
import type { ObjectRecord } from "../../records/records";
import { listenerArn } from "../../arn";
import { loadBalancerName, type Resolved } from "./model";
import { slotOf } from "./ports";
import { protocolOf } from "./validate";
import type { ListenerValues } from "./values";

/** What the record of a listener says of it, with the local port on which it answers. */
type ListenerAttributes = ListenerValues & Required<Pick<ListenerValues, "protocol" | "localPort">>;

export function listenerRecord(of: Resolved): RecordContent<ListenerAttributes> {
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
      tags: of.tags ?? {},
    },
  };
}

/** The arguments of the listener that a record is of, in its instance. */
export function recordedListener(record: ObjectRecord, connection: Connection): Resolved {
  return { ...(record.attributes as unknown as ListenerAttributes), connection };
}
