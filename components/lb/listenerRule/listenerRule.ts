import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ListenerEntry } from "../../controlPlane/entries";
import type { LoadBalancerFacts, Rule } from "../../../core/lb/model";
import { assumedTargetGroup } from "../../../core/lb/targetGroup/model";
import { knownGroup } from "../../controlPlane/targetGroups";
import { findListener, registerRule, siblingsOf } from "../../controlPlane/loadBalancers";
import { dependingOn, mapInput, plainValue, withPlainValue } from "../../inputs/inputs";
import { LISTENER_RULE_FIELDS } from "../../../core/lb/listenerRule/fields";
import { validated, validatedArguments } from "../../base/validated";
import { withPorts } from "../../../core/lb/listener/model";
import { portMapOf } from "../../../core/lb/listener/ports";
import { listenerPort, listenerRuleArn, loadBalancerArn, nameFromArn } from "../../../core/arn";
import { targetGroupArnsOf } from "../../../core/lb/listener/actions";
import { insideHosts } from "../../../core/lb/inside/hosts";
import { ruleName, ruleRecord } from "../../../core/lb/listenerRule/record";
import { fieldOf } from "../../base/givenArguments";
import { objectRecord } from "../../base/objectRecord";
import { InstanceComponent } from "../../base/instanceComponent";
import { ObjectMaker } from "../listener/objects";
import { actionResources } from "../listener/childResources";
import { ruleObjects } from "../../../core/lb/translate/child";
import { groupsOf, importedListener, type ImportedListener, type ImportPlace } from "../imported";
import type { ListenerRuleArgs } from "./args";
import { checkImported, checkRule, claimRule, rulesOf, type RulePlace } from "./check";
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
    super("kecs:lb:ListenerRule", name, fieldOf(args, "connection"), opts);
    const path = `ListenerRule("${name}")`;
    const listener = findListener(args.listenerArn);
    const place: RulePlace = { name, listener, count: rulesOf(listener) + 1, path };
    const own = validatedArguments<Resolved>(
      args,
      { fields: LISTENER_RULE_FIELDS, path },
      (values) => checkRule(values, place),
      (values) => claimRule(values, place),
    );
    const plain = plainHosts(args.conditions);
    const hosts = listener?.isSettled() === false ? plain : [];
    const around = own.apply(({ connection, listenerArn: arn }) =>
      surroundingsOf(listener ?? findListener(arn), arn, {
        connection,
        path: `${path}.listenerArn`,
      }),
    );
    const resolved =
      listener === undefined
        ? joined(own, around, path)
        : placed(
            own,
            { listener, plainHosts: hosts, namedHosts: listener.parent === undefined ? [] : plain },
            path,
          );
    const structure = actionResources(args.actions, `${path}.actions`);

    const rule = resolved.apply(async (of) => {
      const { connection, actions } = of;
      const place = { connection, path: `${path}.actions` };
      return ruleModel(ruleName(name), of, await groupsOf(targetGroupArnsOf(actions), place));
    });
    if (listener !== undefined) {
      const known = plainValue<Resolved>(resolved);
      const model = known === undefined ? undefined : plainRule(known, name);
      registerRule(listener, { path, rule: withPlainValue(rule, model), hosts });
      for (const host of insideHosts(plain)) listener.parent?.nameHost(host);
    }

    const objects = pulumi
      .all([around, rule])
      .apply(([of, own]) => ruleObjects({ ...of.loadBalancer, listeners: [] }, of.listener, own));
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
    const arn = mapInput(resolved, (of) => arnOf(of, name));
    const content = resolved.apply((of) => ruleRecord(of, name, arnOf(of, name)));
    const record = objectRecord(name, content, this);
    this.arn = dependingOn(arn, [route, record]);
    this.nodes = { route, record };
    this.registerOutputs({ arn: this.arn });
  }
}

/** The rule, where the program made all of its target groups. */
function plainRule(of: Resolved, name: string): Rule | undefined {
  const groups = targetGroupArnsOf(of.actions).flatMap((arn) => knownGroup(arn) ?? []);
  return groups.length === targetGroupArnsOf(of.actions).length
    ? ruleModel(ruleName(name), of, (arn) => knownGroup(arn) ?? assumedTargetGroup(arn))
    : undefined;
}

function arnOf({ connection, listenerArn }: Resolved, name: string): string {
  const loadBalancer = nameFromArn("listener", listenerArn) ?? "";
  const port = listenerPort(connection, listenerArn) ?? 0;
  return listenerRuleArn(connection, loadBalancer, port, name);
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

/** A rule of another stack's listener, which is checked once that is looked up. */
function joined(
  own: pulumi.Output<Resolved>,
  around: pulumi.Output<ImportedListener>,
  path: string,
): pulumi.Output<Resolved> {
  interface Joined {
    readonly values: Resolved;
    readonly at: ImportedListener;
  }
  return validated<Joined>({ values: own, at: around }, ({ values, at }) =>
    checkImported(values, at, path),
  ).apply(({ values }) => values);
}

/** The listener that a rule belongs to, as far as the rule's objects depend on it. */
function surroundingsOf(
  listener: ListenerEntry | undefined,
  arn: string,
  place: ImportPlace,
): pulumi.Output<ImportedListener> {
  if (listener === undefined) {
    const { connection } = place;
    return pulumi.output(importedListener(arn, place)).apply((of) =>
      // Redirects lead to the listeners that this program adds as well.
      siblingsOf(of.loadBalancerArn).apply((own): ImportedListener => ({
        ...of,
        listener: {
          ...of.listener,
          portMap: { ...portMapOf(connection, withPorts(own)), ...of.listener.portMap },
        },
      })),
    );
  }
  return pulumi
    .all([listener.loadBalancer, listener.listener])
    .apply(([loadBalancer, of]): ImportedListener => ({
      loadBalancerArn: loadBalancerArn(place.connection, loadBalancer.name),
      loadBalancer,
      listener: of,
      priorities: {},
    }));
}
