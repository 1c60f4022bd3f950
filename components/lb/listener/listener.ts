import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { RuleEntry } from "../../controlPlane/entries";
import { findLoadBalancer, neighboursOf, registerListener } from "../../controlPlane/loadBalancers";
import { importedLoadBalancer } from "../alb/importedLoadBalancer";
import { authorityFile } from "../../../cluster/authority/dataFolder";
import { claim } from "../../controlPlane/claims";
import { dependingOn, mapInput, pick, plainValue } from "../../inputs/inputs";
import { validatedArguments } from "../../base/validated";
import { endOfProgram } from "../../controlPlane/program";
import { recordManifest } from "../../../core/record";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import { listenerObjects } from "../../../core/lb/translate/listener";
import { groupOf } from "../../controlPlane/targetGroups";
import { portConflicts } from "../../../core/lb/listener/ports";
import type { ListenerArgs } from "./args";
import { checkListener } from "./check";
import { LISTENER_FIELDS } from "../../../core/lb/listener/fields";
import { listenerModel, listenerOutputs, loadBalancerName, type Resolved } from "./model";
import { ObjectMaker } from "./objects";
import { actionResources, protocolStructure } from "./childResources";
import { tlsNames } from "./tls/names";
import { ownerOf, tlsObjects } from "./tlsObjects";
import { tlsResources } from "./tls/childResources";

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
export class Listener extends InstanceComponent {
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
    super("kecs:lb:Listener", name, fieldOf(args, "connection"), opts);
    const path = `Listener("${name}")`;
    const alb = findLoadBalancer(args.loadBalancerArn);
    const count = (alb?.listeners.length ?? 0) + 1;
    const resolved = validatedArguments<Resolved>(
      args,
      { fields: LISTENER_FIELDS, path },
      (values) => checkListener(values, { alb, count, path }),
      (values) => portConflicts(values.connection, values, path, claim),
    );
    const structure = actionResources(args.defaultActions, `${path}.defaultActions`);
    const protocol = protocolStructure(args, path);
    const tls = protocol === "HTTPS" ? tlsResources(args, alb, path) : undefined;
    const hasTlsOption = tls?.hasOption === true;
    const loadBalancer =
      alb?.facts ?? mapInput(resolved, (of) => importedLoadBalancer(loadBalancerName(of)));

    const ports = {
      port: plainValue<number>(args.port),
      localPort: plainValue<number>(args.localPort),
    };
    const rules: RuleEntry[] = [];
    let isSettled = false;
    const late = resolved.apply(async () => {
      await endOfProgram();
      isSettled = true;
      return {
        ruleHosts: rules.flatMap(({ hosts }) => hosts),
        siblings: (alb?.listeners ?? []).map(({ ports }) => ports),
        neighbours: neighboursOf(alb),
      };
    });
    const listener = pulumi.all([resolved, loadBalancer, late]).apply(([of, facts, surroundings]) =>
      listenerModel(of, {
        ...surroundings,
        loadBalancer: facts,
        groupOf,
        tls: tlsNames(ownerOf(of), of, tls),
      }),
    );
    const objects = pulumi
      .all([loadBalancer, listener])
      .apply(([facts, of]) => listenerObjects({ ...facts, listeners: [] }, of));
    const maker = new ObjectMaker(name, objects, this);
    const parts = [
      maker.make("headers", "Middleware", (of) => of.headers),
      maker.make("prelude", "Middleware", (of) => of.prelude),
      maker.make("guard", "Middleware", (of) => of.guard),
      maker.make("trace", "Middleware", (of) => of.trace),
      maker.make("forward-http1", "Middleware", (of) => of.forwards.HTTP1),
      maker.make("forward-http2", "Middleware", (of) => of.forwards.HTTP2),
      maker.make("forward-grpc", "Middleware", (of) => of.forwards.GRPC),
      ...(structure.needsMiddleware
        ? [maker.make("default-action", "Middleware", (of) => of.defaultParts[0])]
        : []),
      ...(structure.isWeighted
        ? [maker.make("default-action", "TraefikService", (of) => of.defaultParts[0])]
        : []),
    ];
    const defaultRoute = maker.make("default", "IngressRoute", (of) => of.defaultRoute, parts);
    const ofTls =
      tls === undefined
        ? []
        : tlsObjects(name, tls, { resolved, loadBalancer, listener, path }, this);
    const beneath = [...parts, defaultRoute, ...ofTls];
    const root = maker.make("", "IngressRoute", (of) => of.root, beneath);
    if (tls?.hasSecondRoot === true) {
      maker.make("wildcard", "IngressRoute", (of) => of.wildcardRoot, beneath);
    }
    if (protocol === "HTTPS") {
      const answer = maker.make("plain-answer", "Middleware", (of) => of.plain?.answer);
      maker.make("plain", "IngressRoute", (of) => of.plain?.root, [answer]);
    }
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      pick(resolved.apply(listenerRecord), "metadata", "data"),
      { parent: this },
    );

    const outputs = dependingOn(
      mapInput(resolved, (of) => listenerOutputs(of, authorityFile(process.env))),
      [root],
    );
    this.arn = mapInput(outputs, (of) => of.arn);
    this.shareInstance(this.arn);
    registerListener(this.arn, {
      path,
      parent: alb,
      loadBalancer,
      listener,
      outputs,
      protocol,
      hasTlsOption,
      ports,
      rules,
      isSettled: () => isSettled,
    });
    this.url = mapInput(outputs, (of) => of.url);
    this.address = mapInput(outputs, (of) => of.address);
    this.hostHeader = mapInput(outputs, (of) => of.hostHeader);
    this.curl = mapInput(outputs, (of) => of.curl);
    this.localPort = mapInput(outputs, (of) => of.localPort);
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

/** The listener as another stack or a later tool is going to know it. */
function listenerRecord(of: Resolved) {
  const outputs = listenerOutputs(of, authorityFile(process.env));
  return recordManifest({
    key: `listener-${loadBalancerName(of)}-${of.port}`,
    arn: outputs.arn,
    attributes: {
      loadBalancerArn: of.loadBalancerArn,
      port: of.port,
      protocol: outputs.protocol,
      localPort: outputs.localPort,
      certificateArn: of.certificateArn,
      sslPolicy: of.sslPolicy,
      alpnPolicy: of.alpnPolicy,
      mutualAuthentication: of.mutualAuthentication,
      defaultActions: of.defaultActions,
      tags: of.tags ?? {},
    },
  });
}
