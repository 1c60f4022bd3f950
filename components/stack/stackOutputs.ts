import * as pulumi from "@pulumi/pulumi";
import type { Alb } from "../lb/alb/alb";
import type { KecsInstance } from "../instance/kecsInstance";
import type { AlbOutputs, KecsOutputs } from "../../core/outputs/contract";
import { OUTPUTS_VERSION } from "../../core/outputs/read";

/** KecsOutputs before they resolve. */
export type PendingOutputs = { [Key in keyof KecsOutputs]: pulumi.Input<KecsOutputs[Key]> };

/**
 * What a stack exports so that the `kecs` command and other projects can read it. Call it after the
 * listeners were created.
 *
 * @example
 * module.exports = stackOutputs(instance, [alb]);
 */
export function stackOutputs(instance: KecsInstance, albs: readonly Alb[]): PendingOutputs {
  const described = pulumi.all(albs.map(describe));
  return {
    outputsVersion: OUTPUTS_VERSION,
    instance: instance.connection.apply((connection) => connection.instance),
    connection: instance.connection,
    context: instance.context,
    kubeconfig: instance.kubeconfig,
    ports: instance.ports,
    albs: described.apply((all) => Object.fromEntries(all.map((alb) => [alb.name, alb]))),
    urls: described.apply((all) =>
      Object.fromEntries(
        all.flatMap((alb) =>
          alb.listeners.map((listener) => [`${alb.name}:${listener.port}`, listener.url]),
        ),
      ),
    ),
  };
}

function describe(alb: Alb): pulumi.Output<AlbOutputs> {
  return pulumi
    .all([alb.name, alb.arn, alb.dnsName, alb.hosts, alb.listeners, alb.routing])
    .apply(([name, arn, dnsName, hosts, listeners, routing]) => ({
      name,
      arn,
      dnsName,
      hosts,
      listeners,
      routing,
    }));
}
