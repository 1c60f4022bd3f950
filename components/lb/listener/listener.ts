import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { RuleEntry } from "../../controlPlane/entries";
import {
  findLoadBalancer,
  neighboursOf,
  registerListener,
  registerSibling,
  siblingsOf,
} from "../../controlPlane/loadBalancers";
import { authorityFile } from "../../../cluster/authority/dataFolder";
import { claim } from "../../controlPlane/claims";
import { dependingOn, mapInput, pick, plainValue } from "../../inputs/inputs";
import { validatedArguments } from "../../base/validated";
import { endOfProgram } from "../../controlPlane/program";
import { objectRecord } from "../../base/objectRecord";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import { listenerService } from "../../../core/lb/inside/manifests";
import { targetGroupArnsOf } from "../../../core/lb/listener/actions";
import { LISTENER_FIELDS } from "../../../core/lb/listener/fields";
import { listenerModel, type Resolved } from "../../../core/lb/listener/model";
import { portConflicts } from "../../../core/lb/listener/ports";
import { listenerRecord } from "../../../core/lb/listener/record";
import { tlsNames } from "../../../core/lb/listener/tls/names";
import { listenerObjects } from "../../../core/lb/translate/listener";
import { listenerOutputs } from "../../../core/outputs/listenerOutputs";
import { groupsOf } from "../imported";
import type { ListenerArgs } from "./args";
import { checkListener, referencesOf } from "./check";
import { actionResources, protocolStructure } from "./childResources";
import { joined, parentOf } from "./parent";
import { ObjectMaker } from "./objects";
import { refuseTakenPort } from "./takenPort";
import { tlsResources } from "./tls/childResources";
import { importReferences } from "./tls/references";
import { ownerOf } from "../../../core/lb/listener/tls/settings";
import { tlsObjects } from "./tlsObjects";

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
    const own = validatedArguments<Resolved>(
      args,
      { fields: LISTENER_FIELDS, path },
      (values) => checkListener(values, { alb, count, path }),
      (values) => portConflicts(values.connection, values, path, claim),
    );
    const structure = actionResources(args.defaultActions, `${path}.defaultActions`);
    const protocol = protocolStructure(args, path);
    const tls = protocol === "HTTPS" ? tlsResources(args, alb, path) : undefined;
    const hasTlsOption = tls?.hasOption === true;
    const parent = parentOf(own, alb, path);
    const resolved = alb === undefined ? joined(own, parent, { tls, path }) : own;
    const loadBalancer = alb?.facts ?? parent.apply(({ facts }) => facts);

    const ports = {
      port: plainValue<number>(args.port),
      localPort: plainValue<number>(args.localPort),
    };
    if (alb === undefined) registerSibling({ loadBalancerArn: args.loadBalancerArn, ports });
    const rules: RuleEntry[] = [];
    let isSettled = false;
    const late = resolved.apply(async (of) => {
      await endOfProgram();
      isSettled = true;
      const around = {
        ruleHosts: rules.flatMap(({ hosts }) => hosts),
        neighbours: neighboursOf(alb),
      };
      await importReferences(of.connection, referencesOf(of, path));
      await refuseTakenPort(of, path);
      return around;
    });
    const siblings = resolved.apply(async (of) => {
      await endOfProgram();
      return alb?.listeners.map(({ ports }) => ports) ?? siblingsOf(of.loadBalancerArn);
    });
    const listener = pulumi
      .all([resolved, parent, siblings, late])
      .apply(async ([of, { facts, listeners }, own, around]) => {
        const { connection, defaultActions } = of;
        const place = { connection, path: `${path}.defaultActions` };
        return listenerModel(of, {
          ...around,
          siblings: [...listeners, ...own],
          loadBalancer: facts,
          groupOf: await groupsOf(targetGroupArnsOf(defaultActions), place),
          tls: tlsNames(ownerOf(of), of, tls),
        });
      });
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
    const inside = new k8s.core.v1.Service(
      `${name}-inside`,
      pick(
        pulumi.all([loadBalancer, listener]).apply(([of, own]) => listenerService(of, own)),
        "metadata",
        "spec",
      ),
      { parent: this, dependsOn: root },
    );
    const record = objectRecord(
      name,
      resolved.apply((of) => listenerRecord(of, tls)),
      this,
    );

    const outputs = dependingOn(
      mapInput(own, (of) => listenerOutputs(of, authorityFile(process.env))),
      [root, inside],
    );
    this.arn = mapInput(outputs, (of) => of.arn);
    this.shareInstance(this.arn);
    registerListener(this.arn, {
      path,
      parent: alb,
      connection: mapInput(own, ({ connection }) => connection),
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
