import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancer } from "../../../core/lb/model";
import type { LoadBalancerEntry } from "../../controlPlane/entries";

/** A load balancer with everything that the program made below it; for the stack's outputs. */
export function routingOf(entry: LoadBalancerEntry): pulumi.Output<LoadBalancer> {
  const listeners = entry.listeners.map(({ listener, rules }) =>
    pulumi.all([listener, pulumi.all(rules.map(({ rule }) => rule))]).apply(([own, all]) => ({
      ...own,
      rules: all.toSorted((a, b) => a.priority - b.priority),
    })),
  );
  return pulumi.all([entry.facts, pulumi.all(listeners)]).apply(([facts, all]) => ({
    ...facts,
    listeners: all.toSorted((a, b) => a.port - b.port),
  }));
}
