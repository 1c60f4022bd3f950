import { AwsError } from "../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../world/world";
import { loadBalancerName } from "../../../core/lb/listener/model";
import { recordedListener } from "../../../core/lb/listener/record";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { inOrder } from "./page";

/* The objects of an instance, as this service knows them: the oldest first. */

export function loadBalancers(world: World): AwsObject[] {
  return inOrder(ofKind(world, "lb"));
}

export function targetGroups(world: World): AwsObject[] {
  return inOrder(ofKind(world, "tg"));
}

/** Listeners whose load balancers exist: a Pulumi program may have removed one of them. */
export function listeners(world: World): AwsObject[] {
  const parents = arnsOf(ofKind(world, "lb"));
  return inOrder(
    ofKind(world, "listener").filter((of) => parents.has(parentOf(of, "loadBalancerArn"))),
  );
}

/** Rules whose listeners exist. */
export function rules(world: World): AwsObject[] {
  const parents = arnsOf(listeners(world));
  return inOrder(ofKind(world, "rule").filter((of) => parents.has(parentOf(of, "listenerArn"))));
}

export function listenersOf(world: World, loadBalancer: AwsObject): AwsObject[] {
  return listeners(world).filter((of) => parentOf(of, "loadBalancerArn") === loadBalancer.arn);
}

export function rulesOf(world: World, listener: AwsObject): AwsObject[] {
  return rules(world).filter((of) => recordedRule(of).listenerArn === listener.arn);
}

/** The load balancer of a listener that `listeners` found. */
export function loadBalancerOf(world: World, listener: AwsObject): AwsObject {
  return loadBalancerByArn(world, parentOf(listener, "loadBalancerArn"));
}

/** The listener of a rule that `rules` found. */
export function listenerOf(world: World, rule: AwsObject): AwsObject {
  return listenerByArn(world, recordedRule(rule).listenerArn);
}

export function loadBalancerByArn(world: World, arn: string | undefined): AwsObject {
  return (
    byArn(ofKind(world, "lb"), arn) ??
    refuse("LoadBalancerNotFound", `Load balancer '${arn ?? ""}' not found`)
  );
}

export function targetGroupByArn(world: World, arn: string | undefined): AwsObject {
  return (
    byArn(ofKind(world, "tg"), arn) ??
    refuse("TargetGroupNotFound", "One or more target groups not found")
  );
}

export function listenerByArn(world: World, arn: string | undefined): AwsObject {
  return (
    byArn(listeners(world), arn) ?? refuse("ListenerNotFound", "One or more listeners not found")
  );
}

export function ruleByArn(world: World, arn: string | undefined): AwsObject {
  return byArn(rules(world), arn) ?? refuse("RuleNotFound", "One or more rules not found");
}

/** The object that an ARN names, whatever partition, region and account the ARN has. */
export function byArn(objects: readonly AwsObject[], arn = ""): AwsObject | undefined {
  const resource = resourceOf(arn);
  return objects.find((object) => resourceOf(object.arn) === resource);
}

/** What an ARN says behind partition, service, region and account. */
export function resourceOf(arn: string): string {
  return arn.split(":").slice(5).join(":");
}

/** The load balancer's name and the port, which tell a listener. */
export function listenerPlace(world: World, listener: AwsObject) {
  const { values } = recordedListener(listener, world.connection);
  return { loadBalancer: loadBalancerName(values), port: values.port };
}

function parentOf({ attributes }: AwsObject, field: "loadBalancerArn" | "listenerArn"): string {
  return String(attributes[field]);
}

function arnsOf(objects: readonly AwsObject[]): ReadonlySet<string> {
  return new Set(objects.map(({ arn }) => arn));
}

function refuse(code: string, message: string): never {
  throw new AwsError(code, message);
}
