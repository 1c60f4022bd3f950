import type { Forward } from "../../model";
import { forwardName, metadata } from "../../traefikObjects/names";
import { API_VERSION, type KubeObject } from "../../traefikObjects/object";
import type { ActionTranslator } from "../actionTranslator";
import { serviceReference, weightedServices } from "./service";

export const forward: ActionTranslator<Forward> = {
  toObjects(action, of, name, rule) {
    const { targetGroups, stickiness } = action;
    const first = targetGroups[0];
    if (first === undefined) throw new RangeError(`${name} forwards to no target group`);
    // The middleware comes before a target group is chosen, so the first one speaks for all.
    const middlewares = [{ name: forwardName(of, first.group.protocolVersion) }];
    if (targetGroups.length === 1) {
      const services = [serviceReference(of.lb, first.group)];
      return { parts: [], target: { middlewares, services } };
    }
    const weighted: KubeObject = {
      apiVersion: API_VERSION,
      kind: "TraefikService",
      metadata: metadata(of, name, rule),
      spec: weightedServices(of.lb, targetGroups, stickiness),
    };
    return {
      parts: [weighted],
      target: { middlewares, services: [{ kind: "TraefikService", name }] },
    };
  },
};
