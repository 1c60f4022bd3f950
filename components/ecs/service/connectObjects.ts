import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { aliasPorts } from "../../../core/ecs/service/connect";
import { connectedService, type ServiceModel } from "../../../core/ecs/service/manifests";
import { frameModel } from "../../../core/ecs/service/model";
import type { ResolvedService } from "../../../core/ecs/service/values/service";
import {
  aliasId,
  connectEndpoints,
  connectName,
  connectPorts,
  connectService,
} from "../../../core/ecs/serviceConnect/manifests";
import { pick } from "../../inputs/inputs";
import type { ConnectPlan } from "./connectPlan";

/** What others reach a service by under one alias of Service Connect. */
export interface ConnectObjects {
  /** The address behind the alias. */
  readonly service: k8s.core.v1.Service;
  /** The alias. */
  readonly name: k8s.discovery.v1.EndpointSlice;
}

interface Connected {
  readonly of: pulumi.Output<ResolvedService>;
  readonly model: pulumi.Output<ServiceModel>;
  readonly plan: pulumi.Output<ConnectPlan | undefined>;
  /** Resolves once the tasks serve. */
  readonly steady: pulumi.Output<unknown>;
}

/**
 * The objects of each alias. What leads to an alias is made before and removed after everything else of
 * an update, so one that another service takes over leads somewhere all the time.
 *
 * @param keys what tells the aliases apart among the resources of the program
 */
export function connectObjects(
  name: string,
  keys: readonly string[],
  connected: Connected,
  parent: pulumi.Resource,
): ConnectObjects[] {
  return keys.map((key, index) =>
    aliasObjects(`${name}-connect-${key}`, { key, index }, connected, parent),
  );
}

function aliasObjects(
  name: string,
  { key, index }: { readonly key: string; readonly index: number },
  { of, model, plan, steady }: Connected,
  parent: pulumi.Resource,
): ConnectObjects {
  const given = of.apply((values) => ({
    service: connectedService(frameModel(values)),
    id: aliasId(values.serviceConnectConfiguration ?? { enabled: true }, index, key),
  }));
  const frame = given.apply(({ service, id }) => connectService(service, id));
  const service = new k8s.core.v1.Service(
    name,
    {
      ...pick(frame, "metadata"),
      spec: {
        ...pick(
          frame.apply(({ spec }) => spec),
          "type",
          "selector",
        ),
        // By itself, since a preview may not know the ports of the task definition.
        ports: model.apply((found) =>
          connectPorts(aliasPorts(found, found.connect?.aliases[index]?.dnsName ?? "")),
        ),
      },
    },
    { parent },
  );
  const inTime = plan.apply((found) => {
    const dnsName = found?.model.aliases[index]?.dnsName ?? "";
    return found?.takenOver.includes(dnsName) === true
      ? steady.apply(() => found)
      : pulumi.output(found);
  });
  const slice = new k8s.discovery.v1.EndpointSlice(
    name,
    {
      ...pick(
        given.apply((found) => connectName(found.service, found.id)),
        "metadata",
        "addressType",
      ),
      endpoints: pulumi.all([inTime, service.spec.clusterIP]).apply(([found, address]) => {
        const alias = found?.model.aliases[index];
        return found === undefined || alias === undefined
          ? []
          : connectEndpoints(found.model.namespaceId, alias.dnsName, address);
      }),
    },
    { parent },
  );
  return { service, name: slice };
}
