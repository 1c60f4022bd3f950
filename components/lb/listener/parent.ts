import * as pulumi from "@pulumi/pulumi";
import type { Resolved } from "../../../core/lb/listener/model";
import {
  validateParent,
  type ImportedLoadBalancer,
  type ListenerMade,
} from "../../../core/lb/listener/validateParent";
import { validated } from "../../base/validated";
import type { LoadBalancerEntry } from "../../controlPlane/entries";
import { findLoadBalancer } from "../../controlPlane/loadBalancers";
import { importedLoadBalancer } from "../imported";

/** The load balancer of a listener: one of this program, or else another stack's. */
export function parentOf(
  own: pulumi.Output<Resolved>,
  alb: LoadBalancerEntry | undefined,
  path: string,
): pulumi.Output<ImportedLoadBalancer> {
  return own.apply((of) => {
    const { connection, loadBalancerArn: arn } = of;
    const entry = alb ?? findLoadBalancer(arn);
    return entry === undefined
      ? pulumi.output(importedLoadBalancer(arn, { connection, path: `${path}.loadBalancerArn` }))
      : entry.facts.apply((facts): ImportedLoadBalancer => ({ facts, listeners: [] }));
  });
}

/** A listener of another stack's load balancer, which is checked once that is looked up. */
export function joined(
  own: pulumi.Output<Resolved>,
  parent: pulumi.Output<ImportedLoadBalancer>,
  made: ListenerMade,
): pulumi.Output<Resolved> {
  interface Joined {
    readonly values: Resolved;
    readonly of: ImportedLoadBalancer;
  }
  return validated<Joined>({ values: own, of: parent }, ({ values, of }) =>
    validateParent(values, of, made),
  ).apply(({ values }) => values);
}
