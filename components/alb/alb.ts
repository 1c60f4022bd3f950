import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { loadBalancerArn } from "../internal/arn";
import { problem, type Issue } from "../internal/errors";
import { after, checked, derive, fields } from "../internal/inputs";
import { claim, publish } from "../internal/program";
import { recordManifest } from "../internal/record";
import { traefikObject } from "../internal/traefikObject";
import type { Connection, ListenerOutputs } from "../outputs/contract";
import { awsHost, hostsOf } from "../routing/hosts";
import type { AlbArgs } from "./args";
import { offerAttachments, type Attachments } from "./attachments";
import { DEFAULT_IDLE_TIMEOUT, idleTransport } from "./manifests";
import { validateAlb, type AlbValues } from "./validate";

/** What listeners of the same program learn of their load balancer by its ARN. */
export interface PublishedAlb {
  readonly hosts: readonly string[];
}

interface Resolved extends AlbValues {
  readonly connection: Connection;
}

/**
 * An Application Load Balancer: the host names that its listeners answer to.
 *
 * @example
 * const alb = new Alb("myapp-alb", { connection: instance.connection }, instance.options);
 */
export class Alb extends pulumi.ComponentResource {
  /** The load balancer's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  /** `<name>.elb.amazonaws.com`, the Host header that leads here. */
  readonly dnsName: pulumi.Output<string>;
  /** Every host name that the listeners answer to. */
  readonly hosts: pulumi.Output<string[]>;
  /** The URLs of the listeners that this program attaches, by listener port. */
  get urls(): pulumi.Output<Record<string, string>> {
    return this.listeners.apply((all) =>
      Object.fromEntries(all.map((listener) => [String(listener.port), listener.url])),
    );
  }
  /** What this program's listeners put out, by ascending port. */
  get listeners(): pulumi.Output<ListenerOutputs[]> {
    // Asked for after the program's listeners were made; that is when it is complete.
    return pulumi
      .all([...this.attached.values()])
      .apply((all) => all.toSorted((a, b) => a.port - b.port));
  }
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly record: k8s.core.v1.ConfigMap;
    readonly transport: k8s.apiextensions.CustomResource;
  };

  private readonly attached: Attachments = new Map();

  constructor(name: string, args: AlbArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:Alb", name, {}, opts);
    const path = `Alb("${name}")`;
    const resolved = checked<Resolved>({ ...args, name: args.name ?? name }, (values) => {
      const issues = validateAlb(values, path);
      if (issues.length > 0) return issues;
      publish(loadBalancerArn(values.connection, values.name), {
        hosts: hostsOf(values.name, values.hostnames ?? []),
      } satisfies PublishedAlb);
      return claimHosts(values, path);
    });

    const child = { parent: this };
    const arn = derive(resolved, (of) => loadBalancerArn(of.connection, of.name));
    this.hosts = derive(resolved, (of) => hostsOf(of.name, of.hostnames ?? []));
    this.name = derive(resolved, (of) => of.name);
    this.dnsName = derive(this.name, awsHost);

    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      fields(resolved.apply(albRecord), "metadata", "data"),
      child,
    );
    const transport = traefikObject(
      `${name}-idle`,
      "ServersTransport",
      resolved.apply((of) => idleTransport(of.name, of.idleTimeout ?? DEFAULT_IDLE_TIMEOUT)),
      child,
    );
    this.arn = after(arn, [record, transport]);
    offerAttachments(this.arn, this.attached);
    this.nodes = { record, transport };
    this.registerOutputs({ arn: this.arn, name: this.name, dnsName: this.dnsName });
  }
}

function albRecord(of: Resolved) {
  return recordManifest({
    key: `lb-${of.name}`,
    arn: loadBalancerArn(of.connection, of.name),
    attributes: {
      name: of.name,
      hosts: hostsOf(of.name, of.hostnames ?? []),
      idleTimeout: of.idleTimeout ?? DEFAULT_IDLE_TIMEOUT,
      tags: of.tags ?? {},
    },
  });
}

function claimHosts(values: Resolved, path: string): Issue[] {
  return hostsOf(values.name, values.hostnames ?? []).flatMap((host) => {
    const owner = claim(`host ${values.connection.instance} ${host}`, path);
    return owner === undefined
      ? []
      : [
          problem(
            "KECS1012",
            path,
            `host name "${host}" belongs to ${owner}`,
            "give each load balancer of an instance names of its own",
          ),
        ];
  });
}
