import { listenerArn } from "../arn";
import { awsHost, localHost } from "../hosts";
import { targetGroupArnsOf } from "../lb/listener/actions";
import { loadBalancerName, type Resolved } from "../lb/listener/model";
import { slotOf } from "../lb/listener/ports";
import { protocolOf } from "../lb/listener/validate";
import { singleQuoted } from "../text/shellQuote";
import type { ListenerOutputs } from "./contract";

/** What the listener puts out: where it answers, in every form that someone may need. */
export function listenerOutputs(values: Resolved, authority: string): ListenerOutputs {
  const name = loadBalancerName(values);
  const protocol = protocolOf(values);
  const scheme = protocol.toLowerCase();
  const { localPort } = slotOf(values.connection, values);
  const address = `localhost:${localPort}`;
  const hostHeader = awsHost(name);
  return {
    arn: listenerArn(values.connection, name, values.port),
    port: values.port,
    protocol,
    localPort,
    url: `${scheme}://${localHost(name)}:${localPort}/`,
    address,
    hostHeader,
    curl:
      protocol === "HTTPS"
        ? `curl --cacert ${singleQuoted(authority)} --connect-to ::${address} https://${hostHeader}/`
        : `curl -H 'Host: ${hostHeader}' http://${address}/`,
    targetGroups: targetGroupArnsOf(values.defaultActions),
  };
}
