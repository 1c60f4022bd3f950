import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { loadBalancerArn } from "../../../core/arn";
import { claim, claimArn } from "../../controlPlane/claims";
import type { Issue } from "../../../core/validate";
import { dependingOn, mapInput, plainValue, withDefault } from "../../inputs/inputs";
import { validatedArguments } from "../../base/validated";
import type { LoadBalancerEntry } from "../../controlPlane/entries";
import { lateHosts } from "../../controlPlane/lateness";
import { registerLoadBalancer } from "../../controlPlane/loadBalancers";
import { objectRecord } from "../../base/objectRecord";
import { loadBalancerFacts, loadBalancerRecord } from "../../../core/lb/loadBalancer/record";
import { traefikObject } from "../../base/traefikObject";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import type { Connection } from "../../../core/connection";
import type { ListenerOutputs } from "../../../core/outputs/contract";
import { awsHost } from "../../../core/hosts";
import type { LoadBalancer } from "../../../core/lb/model";
import type { AlbArgs } from "./args";
import { ALB_FIELDS } from "../../../core/lb/loadBalancer/fields";
import { albConflicts } from "../../../core/lb/loadBalancer/conflicts";
import { routingOf } from "./routing";
import { transports } from "../../../core/lb/loadBalancer/manifests";
import { insideHosts, TOO_LATE, unnameableHosts, unreachable } from "../../../core/lb/inside/hosts";
import { quotasOf } from "../../../core/lb/loadBalancer/quotas";
import { validateAlb } from "../../../core/lb/loadBalancer/validate";
import type { AlbValues } from "../../../core/lb/loadBalancer/values";
import { InsideNames } from "./insideNames";
import { wildcardsOf } from "./wildcards";

interface Resolved extends AlbValues {
  readonly connection: Connection;
}

/**
 * An Application Load Balancer: the host names that its listeners answer to.
 *
 * @example
 * const alb = new Alb("myapp-alb", { connection: instance.connection }, instance.options);
 */
export class Alb extends InstanceComponent {
  /** The load balancer's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** `<name>.elb.amazonaws.com`, the Host header that leads here. */
  readonly dnsName: pulumi.Output<string>;
  /** Every host name that the listeners answer to, except those of their rules' conditions. */
  readonly hosts: pulumi.Output<string[]>;
  /** The URLs of this program's listeners, by listener port. */
  get urls(): pulumi.Output<Record<string, string>> {
    return this.listeners.apply((all) =>
      Object.fromEntries(all.map((listener) => [String(listener.port), listener.url])),
    );
  }
  /** The outputs of this program's listeners, by ascending port. */
  get listeners(): pulumi.Output<ListenerOutputs[]> {
    // Asked for after the program's listeners were made; that is when it is complete.
    return pulumi
      .all(this.entry.listeners.map(({ outputs }) => outputs))
      .apply((all) => all.toSorted((a, b) => a.port - b.port));
  }
  /** Everything that decides about a request: `kecs explain` reads it from the stack's outputs. */
  get routing(): pulumi.Output<LoadBalancer> {
    return routingOf(this.entry);
  }
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly record: k8s.core.v1.ConfigMap;
    /** How Traefik talks to targets by HTTP, and by HTTPS. */
    readonly transports: readonly k8s.apiextensions.CustomResource[];
  };

  private readonly entry: LoadBalancerEntry;

  constructor(name: string, args: AlbArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:Alb", name, fieldOf(args, "connection"), opts);
    const path = `Alb("${name}")`;
    const hosts = plainHosts(args.hostnames);
    const resolved = validatedArguments<Resolved>(
      { ...args, name: withDefault(args.name, name) },
      { fields: ALB_FIELDS, path },
      (values) => [
        ...validateAlb(values, path),
        ...lateHosts(hosts, path),
        ...namelessHosts(values, hosts, path),
      ],
      (values) => conflicts(values, path),
    );
    const facts = mapInput(resolved, loadBalancerFacts);
    const instance = plainValue<Connection>(args.connection)?.instance;
    const names = new InsideNames(name, { facts, instance, path }, this);
    this.entry = {
      path,
      facts,
      plainHosts: hosts,
      nameHost: (host) => {
        names.add(host);
      },
      wildcards: wildcardsOf(args),
      http2: plainValue<boolean>(args.enableHttp2 ?? true) === true,
      quotas: quotasOf(plainValue<Pick<AlbValues, "quotas">>({ quotas: args.quotas }) ?? {}),
      listeners: [],
      addedCertificates: [],
    };

    const child = { parent: this };
    this.hosts = mapInput(facts, (of) => [...of.hosts]);
    this.name = mapInput(resolved, (of) => of.name);
    const content = resolved.apply((of) =>
      loadBalancerRecord(of, loadBalancerArn(of.connection, of.name)),
    );
    const record = objectRecord(name, content, this);
    const transport = (role: string, kind: "plain" | "tls") =>
      traefikObject(
        `${name}-${role}`,
        "ServersTransport",
        facts.apply((of) => transports(of)[kind]),
        child,
      );
    const both = [transport("idle", "plain"), transport("idle-tls", "tls")];
    const own = names.makeOwn();
    for (const host of insideHosts(hosts)) names.add(host);
    this.dnsName = dependingOn(mapInput(this.name, awsHost), own);
    this.arn = dependingOn(
      mapInput(resolved, (of) => loadBalancerArn(of.connection, of.name)),
      [record, ...both, ...own],
    );
    registerLoadBalancer(this.arn, this.entry);
    this.nodes = { record, transports: both };
    this.registerOutputs({ arn: this.arn, name: this.name, dnsName: this.dnsName });
  }
}

function plainHosts(hostnames: AlbArgs["hostnames"]): string[] {
  const hosts = plainValue<readonly unknown[]>(hostnames) ?? [];
  return hosts.flatMap((host) => (typeof host === "string" ? [host.toLowerCase()] : []));
}

/** The warnings of hosts that tasks do not find: the DNS cannot know them, or they come too late. */
function namelessHosts(
  { hostnames = [] }: Resolved,
  plain: readonly string[],
  path: string,
): Issue[] {
  const hosts = hostnames.map((host) => host.toLowerCase());
  const at = `${path}.hostnames`;
  return [
    ...unnameableHosts(hosts, at),
    ...insideHosts(hosts)
      .filter((host) => !plain.includes(host))
      .map((host) => unreachable(host, at, TOO_LATE)),
  ];
}

function conflicts(values: Resolved, path: string): Issue[] {
  const namesakes = claimArn(loadBalancerArn(values.connection, values.name), path);
  if (namesakes.length > 0) return namesakes;
  return albConflicts(values.connection.instance, values, path, claim);
}
