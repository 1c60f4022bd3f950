import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  connectEndpoints,
  connectNames,
  connectPorts,
  connectService,
  type ConnectedService,
} from "../../../core/ecs/serviceConnect/manifests";
import { pick } from "../../inputs/inputs";
import type { ConnectPlan } from "./connectPlan";

/** What others reach a service by in Service Connect. */
export interface ConnectObjects {
  /** The address behind its aliases. */
  readonly service: k8s.core.v1.Service;
  /** The aliases. */
  readonly names: k8s.discovery.v1.EndpointSlice;
}

interface Connected {
  readonly of: pulumi.Output<ConnectedService>;
  readonly plan: pulumi.Output<ConnectPlan | undefined>;
  /** Resolves once the tasks serve. */
  readonly steady: pulumi.Output<unknown>;
}

export function connectObjects(
  name: string,
  { of, plan, steady }: Connected,
  parent: pulumi.Resource,
): ConnectObjects {
  // By itself, since a preview may not know the ports of the task definition.
  const { metadata, spec } = pick(of.apply(connectService), "metadata", "spec");
  const service = new k8s.core.v1.Service(
    `${name}-connect`,
    {
      metadata,
      spec: {
        ...pick(spec, "type", "selector"),
        ports: plan.apply((found) => connectPorts(found?.model.aliases ?? [])),
      },
    },
    { parent },
  );
  const inTime = plan.apply((found) =>
    found?.takesOver === true ? steady.apply(() => found) : pulumi.output(found),
  );
  const names = new k8s.discovery.v1.EndpointSlice(
    `${name}-connect`,
    {
      ...pick(of.apply(connectNames), "metadata", "addressType"),
      endpoints: pulumi
        .all([inTime, service.spec.clusterIP])
        .apply(([found, address]) =>
          found === undefined ? [] : connectEndpoints(found.model, address),
        ),
    },
    { parent },
  );
  return { service, names };
}
