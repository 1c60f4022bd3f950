import * as pulumi from "@pulumi/pulumi";
import type { ListenerPorts } from "../../core/lb/listener/model";
import { find, register } from "./byArn";
import { controlPlane } from "./controlPlane";
import type { ListenerEntry, LoadBalancerEntry, RuleEntry, SiblingEntry } from "./entries";
import { endOfProgram } from "./program";
import { noteListener, noteRule, refuseLateRule } from "./lateness";

/*
 * On AWS the control plane knows what belongs to a load balancer; here objects of one component are
 * made of the arguments of others, such as the host names of a listener's root, to which its rules'
 * conditions add.
 */

/** Lets others find a load balancer by its ARN. */
export function registerLoadBalancer(arn: pulumi.Output<string>, entry: LoadBalancerEntry): void {
  const { loadBalancers } = controlPlane();
  register(loadBalancers, arn, entry);
  loadBalancers.all.push(entry);
}

/** Lets others find a listener by its ARN, and by its load balancer. */
export function registerListener(arn: pulumi.Output<string>, entry: ListenerEntry): void {
  register(controlPlane().listeners, arn, entry);
  entry.parent?.listeners.push(entry);
  noteListener(entry);
}

/** Adds the ports of a listener to those that this program gives to another stack's load balancer. */
export function registerSibling(entry: SiblingEntry): void {
  controlPlane().siblings.push(entry);
}

/** The ports that this program gives to a load balancer of another stack; known when it has run. */
export function siblingsOf(loadBalancerArn: string): pulumi.Output<ListenerPorts[]> {
  const made = endOfProgram().then(() => [...controlPlane().siblings]);
  return pulumi
    .output(made)
    .apply((all) =>
      all.filter((of) => of.loadBalancerArn === loadBalancerArn).map(({ ports }) => ports),
    );
}

/** Adds a rule to its listener, or refuses it where it comes too late for a redirect. */
export function registerRule(listener: ListenerEntry, entry: RuleEntry): void {
  refuseLateRule(listener, entry);
  listener.rules.push(entry);
  noteRule(listener, entry);
}

/**
 * Adds a certificate to those that listeners of a load balancer have beside their own; returns how
 * many there are.
 */
export function registerAddedCertificate(parent: LoadBalancerEntry, path: string): number {
  return parent.addedCertificates.push(path);
}

/** The load balancer with this ARN, where this program made it. */
export function findLoadBalancer(arn: pulumi.Input<string>): LoadBalancerEntry | undefined {
  return find(controlPlane().loadBalancers, arn);
}

/** The listener with this ARN, where this program made it. */
export function findListener(arn: pulumi.Input<string>): ListenerEntry | undefined {
  return find(controlPlane().listeners, arn);
}

/**
 * Hosts of the program's load balancers but for one, with those of their rules, as far as they
 * are plain values. To wait for the rest could be to wait for oneself.
 */
export function neighboursOf(own: LoadBalancerEntry | undefined): string[] {
  const others = controlPlane().loadBalancers.all.filter((each) => each !== own);
  const hosts = others.flatMap(({ plainHosts, listeners }) => [
    ...plainHosts,
    ...listeners.flatMap(({ rules }) => rules.flatMap((rule) => rule.hosts)),
  ]);
  return [...new Set(hosts)].toSorted();
}
