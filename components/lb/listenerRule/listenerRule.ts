import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { LoadBalancerFacts } from "../../controlPlane/entries";
import { findListener, registerRule } from "../../controlPlane/loadBalancers";
import { dependingOn, mapInput, pick } from "../../inputs/inputs";
import { LISTENER_RULE_FIELDS } from "../../../core/lb/listenerRule/fields";
import { validated, validatedArguments } from "../../base/validated";
import { listenerRuleArn } from "../../../core/arn";
import { kubernetesName } from "../../../core/naming";
import { recordManifest } from "../../../core/record";
import { InstanceComponent } from "../../base/instanceComponent";
import { ObjectMaker } from "../listener/objects";
import { actionResources } from "../listener/childResources";
import { ruleObjects } from "../../../core/lb/translate/child";
import { groupOf } from "../../controlPlane/targetGroups";
import type { ListenerRuleArgs } from "./args";
import { checkRule, claimRule, rulesOf, type RulePlace } from "./check";
import { importedListener } from "./importedListener";
import { checkHosts, claimHosts, type HostPlace } from "./hosts";
import { ruleModel, type Resolved } from "../../../core/lb/listenerRule/model";
import { plainHosts } from "./plainHosts";

/**
 * A rule of a listener: what is done with the requests for which all of its conditions hold. The
 * rule with the lowest priority that matches a request answers it; without one the listener's
 * default action does.
 *
 * @example
 * new ListenerRule("api", {
 *   connection: instance.connection,
 *   listenerArn: listener.arn,
 *   priority: 10,
 *   conditions: [{ pathPattern: { values: ["/api/*"] } }],
 *   actions: [{ type: "forward", targetGroupArn: api.arn }],
 * }, instance.options);
 */
export class ListenerRule extends InstanceComponent {
  /** The rule's ARN: deterministic, and the same whatever the priority becomes. */
  readonly arn: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly route: k8s.apiextensions.CustomResource;
    readonly record: k8s.core.v1.ConfigMap;
  };

  constructor(name: string, args: ListenerRuleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:lb:ListenerRule", name, args.connection, opts);
    const path = `ListenerRule("${name}")`;
    const listener = findListener(args.listenerArn);
    const place: RulePlace = { name, listener, count: rulesOf(listener) + 1, path };
    const own = validatedArguments<Resolved>(
      args,
      { fields: LISTENER_RULE_FIELDS, path },
      (values) => checkRule(values, place),
      (values) => claimRule(values, place),
    );
    const hosts = listener?.isSettled() === false ? plainHosts(args.conditions) : [];
    const resolved =
      listener === undefined ? own : placed(own, { listener, plainHosts: hosts }, path);
    const structure = actionResources(args.actions, `${path}.actions`);

    const rule = mapInput(resolved, (of) => ruleModel(kubernetesName(name, 40), of, groupOf));
    const foreign = mapInput(resolved, ({ connection, listenerArn }) =>
      listener === undefined ? importedListener(connection, listenerArn) : undefined,
    );
    if (listener !== undefined) registerRule(listener, { rule, hosts });

    const around = pulumi
      .all([foreign, listener?.loadBalancer, listener?.listener])
      .apply(([other, loadBalancer, own]) => {
        if (other !== undefined) return other;
        if (loadBalancer === undefined || own === undefined) throw new TypeError(path);
        return { loadBalancer: { ...loadBalancer, listeners: [] }, listener: own };
      });
    const objects = pulumi
      .all([around, rule])
      .apply(([of, own]) => ruleObjects(of.loadBalancer, of.listener, own));
    const maker = new ObjectMaker(name, objects, this);
    const parts = [
      maker.make("guard", "Middleware", ({ parts: all }) => all.at(-1)),
      ...(structure.needsMiddleware
        ? [maker.make("action", "Middleware", (of) => of.parts[0])]
        : []),
      ...(structure.isWeighted
        ? [maker.make("action", "TraefikService", (of) => of.parts[0])]
        : []),
    ];
    const route = maker.make("", "IngressRoute", (of) => of.route, parts);
    const arn = pulumi
      .all([resolved, around])
      .apply(([of, { loadBalancer, listener: at }]) =>
        listenerRuleArn(of.connection, loadBalancer.name, at.port, name),
      );
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      pick(
        pulumi.all([resolved, around, arn]).apply(([of, { loadBalancer, listener: at }, own]) =>
          recordManifest({
            key: `rule-${loadBalancer.name}-${at.port}-${kubernetesName(name, 40)}`,
            arn: own,
            attributes: {
              listenerArn: of.listenerArn,
              priority: of.priority,
              conditions: of.conditions,
              actions: of.actions,
              tags: of.tags ?? {},
            },
          }),
        ),
        "metadata",
        "data",
      ),
      { parent: this },
    );
    this.arn = dependingOn(arn, [route, record]);
    this.nodes = { route, record };
    this.registerOutputs({ arn: this.arn });
  }
}

/** A rule whose hosts are checked as well, which takes its load balancer's to be known. */
function placed(
  own: pulumi.Output<Resolved>,
  place: Omit<HostPlace, "loadBalancer">,
  path: string,
): pulumi.Output<Resolved> {
  interface Placed {
    readonly values: Resolved;
    readonly loadBalancer: LoadBalancerFacts;
  }
  const both = { values: own, loadBalancer: place.listener.loadBalancer };
  const withHosts = validated<Placed>(
    both,
    ({ values, loadBalancer }) => checkHosts(values, { ...place, loadBalancer }, path),
    ({ values, loadBalancer }) => claimHosts(values, { ...place, loadBalancer }, path),
  );
  return mapInput(withHosts, ({ values }) => values);
}
