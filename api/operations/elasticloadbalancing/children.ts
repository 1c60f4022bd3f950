import { ofKind, type AwsObject, type World } from "../../world/world";
import {
  LISTENER_CERTIFICATE_KIND,
  recordedListenerCertificate,
} from "../../../core/lb/listenerCertificate/record";
import { recordedRule } from "../../../core/lb/listenerRule/record";

/** The rules and added certificates of a listener, also of one that is gone. */
export function belowListener(world: World, arn: string): AwsObject[] {
  return [
    ...ofKind(world, "rule").filter((of) => recordedRule(of).listenerArn === arn),
    ...addedCertificates(world, arn),
  ];
}

export function addedCertificates(world: World, listenerArn: string): AwsObject[] {
  return ofKind(world, LISTENER_CERTIFICATE_KIND).filter(
    (of) => recordedListenerCertificate(of).listenerArn === listenerArn,
  );
}

/** The listeners of a load balancer, also of one that is gone, with everything below them. */
export function belowLoadBalancer(world: World, arn: string): AwsObject[] {
  return ofKind(world, "listener")
    .filter(({ attributes }) => attributes["loadBalancerArn"] === arn)
    .flatMap((listener) => [listener, ...belowListener(world, listener.arn)]);
}

/** What this API left below an object that a Pulumi program made and removed. */
export function leftBehind(objects: readonly AwsObject[]): AwsObject[] {
  return objects.filter(({ owner }) => owner === "api");
}
