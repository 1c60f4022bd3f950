import type { ObjectRecord } from "../../records/records";
import { hostsOf } from "../listenerRule/model";
import { recordedRule } from "../listenerRule/record";
import { recordedLoadBalancer } from "../loadBalancer/record";

/** The host names that lead to the object of a record; none of one of another kind. */
export function recordedHosts({ kind, attributes }: ObjectRecord): readonly string[] {
  switch (kind) {
    case "lb":
      return recordedLoadBalancer({ attributes }).hosts;
    case "rule":
      return hostsOf(recordedRule({ attributes }).conditions);
    case "discovery":
      return [String(attributes["dnsName"])];
    default:
      return [];
  }
}
