import {
  hostTargets,
  THIS_MACHINE,
  type HostTarget,
} from "../../../core/lb/targetGroup/hostTarget";
import {
  hostEndpoints,
  hostTargetManifest,
  targetGroupManifest,
} from "../../../core/lb/targetGroup/manifests";
import { DEFAULT_PORT, recordedTargetGroup } from "../../../core/lb/targetGroup/record";
import { recordedTargetPort } from "../../../core/ecs/service/targetPorts";
import { targetHealthCheck } from "../../../core/lb/targetGroup/targetHealth";
import type { AwsObject } from "../../world/world";
import { desired, type Desired } from "./manifest";

/**
 * What the API's own target groups are: a Service each, and a slice for each registered address.
 *
 * @param here the address by which the cluster reaches this machine; without one, no slice leads here
 */
export function desiredTargetGroups(
  objects: readonly AwsObject[],
  here: string | undefined,
): Desired[] {
  const services = objects.filter(({ kind }) => kind === "svc");
  return objects
    .filter(({ kind, owner }) => kind === "tg" && owner === "api")
    .flatMap((record) => {
      const of = recordedTargetGroup(record);
      const service = targetGroupManifest(
        of.name,
        of.port ?? DEFAULT_PORT,
        targetHealthCheck(of),
        recordedTargetPort(record.arn, services),
      );
      return [
        desired("targets", { apiVersion: "v1", kind: "Service", ...service }),
        ...hostTargets(of.targets ?? []).flatMap((target) => {
          const address = target.host === THIS_MACHINE ? here : target.host;
          return address === undefined ? [] : [sliceOf(of.name, target, address)];
        }),
      ];
    });
}

function sliceOf(group: string, target: HostTarget, address: string): Desired {
  return desired("targets", {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    ...hostTargetManifest(group, target),
    endpoints: hostEndpoints(address),
  });
}
