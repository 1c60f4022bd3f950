import { mappingTarget } from "../pod/ports";
import type { ConnectPort } from "../serviceConnect/manifests";
import { serviceEndpoints } from "./endpoints";
import type { ServiceModel } from "./manifests";

/** The ports at which others reach a service by a name. */
export function aliasPorts(model: ServiceModel, dnsName: string): ConnectPort[] {
  const users = { targets: model.targets, endpoints: serviceEndpoints(model) };
  return (model.connect?.aliases ?? [])
    .filter((alias) => alias.dnsName === dnsName)
    .map((alias) => ({
      port: alias.port,
      target: mappingTarget(alias, model.task.containers, users),
    }));
}
