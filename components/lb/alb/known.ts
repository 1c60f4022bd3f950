import * as pulumi from "@pulumi/pulumi";
import { peek } from "../../base/inputs";
import { lookup, publish } from "../../controlPlane/program";
import type { ListenerOutputs } from "../../../core/outputs/contract";
import type { Listener, LoadBalancer, Rule } from "../../../core/lb/model";
import type { Quotas } from "../../../core/lb/loadBalancer/values";
import type { Wildcards } from "./wildcards";

/*
 * What the load balancers, listeners and rules of one program know of each other. On AWS the
 * control plane knows it; here objects of one component are made of what others were told, such
 * as the host names of a listener's root, to which its rules' conditions add.
 */

/** A load balancer without its listeners. */
export type LoadBalancerFacts = Omit<LoadBalancer, "listeners">;

export interface KnownLoadBalancer {
  /** How errors call it. */
  readonly path: string;
  readonly facts: pulumi.Output<LoadBalancerFacts>;
  /** Its own hosts, as far as they can be told before anything resolves. */
  readonly toldHosts: readonly string[];
  /** What wildcards it answers to; undefined where it is not told. */
  readonly wildcards: Wildcards | undefined;
  /** Whether it is told that its HTTPS listeners offer HTTP/2. */
  readonly http2: boolean;
  readonly quotas: Quotas;
  /** In the order in which the program made them. */
  readonly listeners: KnownListener[];
}

export interface KnownListener {
  /** The load balancer, where this program made it too. */
  readonly parent: KnownLoadBalancer | undefined;
  readonly loadBalancer: pulumi.Output<LoadBalancerFacts>;
  /** Without its rules. */
  readonly listener: pulumi.Output<Listener>;
  readonly outputs: pulumi.Output<ListenerOutputs>;
  /** As far as its arguments tell. */
  readonly protocol: "HTTP" | "HTTPS";
  /** Whether it has TLS options, and so no wildcard hosts but its load balancer's. */
  readonly hasTlsOption: boolean;
  /** Its port and local port, where they can be told before anything resolves. */
  readonly ports: ListenerPorts;
  readonly rules: KnownRule[];
  /** Whether its routes have been made: rules can add no more hosts to them. */
  readonly isSettled: () => boolean;
}

export interface ListenerPorts {
  readonly port: number | undefined;
  readonly localPort: number | undefined;
}

export interface KnownRule {
  readonly rule: pulumi.Output<Rule>;
  /** Host names of its conditions, where they can be told before anything resolves. */
  readonly hosts: readonly string[];
}

const byOutput = new WeakMap<object, unknown>();

/** Lets other components find an object by its ARN: by the very Output, or by its text. */
export function makeKnown(
  arn: pulumi.Output<string>,
  object: KnownLoadBalancer | KnownListener,
): void {
  byOutput.set(arn, object);
  const plain = peek<string>(arn);
  if (plain !== undefined) publish(`known ${plain}`, object);
  if ("listeners" in object) publish(ALL, [...knownLoadBalancers(), object]);
}

/** What every load balancer is kept under that the program made. */
const ALL = "known load balancers";

function knownLoadBalancers(): readonly KnownLoadBalancer[] {
  return lookup<readonly KnownLoadBalancer[]>(ALL) ?? [];
}

/**
 * Hosts of the program's load balancers but for one, with those of their rules, as far as they can
 * be told before anything resolves. To wait for the rest could be to wait for oneself.
 */
export function neighboursOf(own: KnownLoadBalancer | undefined): string[] {
  const others = knownLoadBalancers().filter((each) => each !== own);
  const hosts = others.flatMap(({ toldHosts, listeners }) => [
    ...toldHosts,
    ...listeners.flatMap(({ rules }) => rules.flatMap((rule) => rule.hosts)),
  ]);
  return [...new Set(hosts)].toSorted();
}

/** The load balancer with this ARN, where this program made it. */
export function knownLoadBalancer(arn: pulumi.Input<string>): KnownLoadBalancer | undefined {
  return find<KnownLoadBalancer>(arn);
}

/** The listener with this ARN, where this program made it. */
export function knownListener(arn: pulumi.Input<string>): KnownListener | undefined {
  return find<KnownListener>(arn);
}

function find<T>(arn: pulumi.Input<string>): T | undefined {
  if (pulumi.Output.isInstance(arn)) {
    const own = byOutput.get(arn);
    if (own !== undefined) return own as T;
  }
  const plain = peek<string>(arn);
  return plain === undefined ? undefined : lookup<T>(`known ${plain}`);
}

/** A load balancer with everything that the program made below it; for the stack's outputs. */
export function routingOf(known: KnownLoadBalancer): pulumi.Output<LoadBalancer> {
  const listeners = known.listeners.map(({ listener, rules }) =>
    pulumi.all([listener, pulumi.all(rules.map(({ rule }) => rule))]).apply(([own, all]) => ({
      ...own,
      rules: all.toSorted((a, b) => a.priority - b.priority),
    })),
  );
  return pulumi.all([known.facts, pulumi.all(listeners)]).apply(([facts, all]) => ({
    ...facts,
    listeners: all.toSorted((a, b) => a.port - b.port),
  }));
}
