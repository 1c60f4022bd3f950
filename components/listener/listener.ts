import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { PublishedAlb } from "../alb/alb";
import { attachmentsOf } from "../alb/attachments";
import { after, checked, derive, fields } from "../internal/inputs";
import { claim, lookup } from "../internal/program";
import { recordManifest } from "../internal/record";
import { traefikObject, type TraefikKind } from "../internal/traefikObject";
import type { ListenerOutputs } from "../outputs/contract";
import { hostsOf } from "../routing/hosts";
import type { ListenerArgs } from "./args";
import * as manifests from "./manifests";
import {
  conflicts,
  listenerModel,
  listenerOutputs,
  loadBalancerName,
  validateSlot,
  type Resolved,
} from "./model";
import { validateListener } from "./validate";

/**
 * A listener: one port of a load balancer, and the local port on which it answers here.
 *
 * @example
 * const web = new Listener("web", {
 *   connection: instance.connection,
 *   loadBalancerArn: alb.arn,
 *   port: 80,
 *   defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
 * }, instance.options);
 */
export class Listener extends pulumi.ComponentResource {
  /** The listener's ARN: deterministic, and so known in a preview. */
  readonly arn: pulumi.Output<string>;
  /** Works as it is printed, in a browser and in curl: `http://myapp-alb.elb.localhost:8080/`. */
  readonly url: pulumi.Output<string>;
  /** What to connect to, `localhost:8080`; needs the Host header. */
  readonly address: pulumi.Output<string>;
  /** The Host header that leads to the load balancer, `myapp-alb.elb.amazonaws.com`. */
  readonly hostHeader: pulumi.Output<string>;
  /** A command line that asks the listener for `/`. */
  readonly curl: pulumi.Output<string>;
  /** The port on this machine. */
  readonly localPort: pulumi.Output<number>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly root: k8s.apiextensions.CustomResource;
    readonly defaultRoute: k8s.apiextensions.CustomResource;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: ListenerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:Listener", name, {}, opts);
    const path = `Listener("${name}")`;
    const resolved = checked<Resolved>(args, (values) => {
      const issues = validateListener(values, path);
      if (issues.length === 0) issues.push(...validateSlot(values, path));
      if (issues.length === 0) issues.push(...conflicts(values, path, claim));
      return issues;
    });
    const model = resolved.apply((of) => listenerModel(of, hosts(of)));

    const make = (
      role: string,
      kind: TraefikKind,
      manifest: (of: manifests.ListenerModel) => { metadata: object; spec: object },
      dependsOn: pulumi.Resource[] = [],
    ) => traefikObject(`${name}${role}`, kind, model.apply(manifest), { parent: this, dependsOn });

    const middlewares = [
      make("-headers", "Middleware", manifests.headersMiddleware),
      make("-prelude", "Middleware", manifests.preludeMiddleware),
      make("-guard", "Middleware", manifests.guardMiddleware),
    ];
    const defaultRoute = make("-default", "IngressRoute", manifests.defaultRoute, middlewares);
    const root = make("", "IngressRoute", manifests.rootRoute, [...middlewares, defaultRoute]);
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      fields(resolved.apply(listenerRecord), "metadata", "data"),
      { parent: this },
    );

    const outputs = after(derive(resolved, listenerOutputs), [root]);
    attachmentsOf(args.loadBalancerArn)?.set(name, outputs);
    this.arn = derive(outputs, (of) => of.arn);
    this.url = derive(outputs, (of) => of.url);
    this.address = derive(outputs, (of) => of.address);
    this.hostHeader = derive(outputs, (of) => of.hostHeader);
    this.curl = derive(outputs, (of) => of.curl);
    this.localPort = derive(outputs, (of) => of.localPort);
    this.nodes = { root, defaultRoute, record };
    this.registerOutputs({
      arn: this.arn,
      url: this.url,
      address: this.address,
      hostHeader: this.hostHeader,
      curl: this.curl,
    });
  }
}

/** The hosts of a load balancer of this program; those of its name where another stack made it. */
function hosts(of: Resolved): readonly string[] {
  return lookup<PublishedAlb>(of.loadBalancerArn)?.hosts ?? hostsOf(loadBalancerName(of), []);
}

function listenerRecord(of: Resolved) {
  const outputs: ListenerOutputs = listenerOutputs(of);
  return recordManifest({
    key: `listener-${loadBalancerName(of)}-${of.port}`,
    arn: outputs.arn,
    attributes: { ...outputs, loadBalancerArn: of.loadBalancerArn },
  });
}
