import { NAMESPACE, SKIP_AWAIT } from "../../labels";
import { planOf } from "../../lb/listener/ports";
import type { KubeObject } from "../../lb/traefikObjects/object";
import { API_VERSION } from "../../lb/traefikObjects/object";
import { rangeOf } from "../../ports/range";
import { endpointPortName, endpointsOf, type Endpoint } from "../pod/endpoints";
import { endpointTarget } from "../pod/ports";
import { deploymentName, objectLabels, selector, type ServiceModel } from "./manifests";

/** The local ports that lead to a service's tasks. */
export function serviceEndpoints({ task, connection }: ServiceModel): Endpoint[] {
  return endpointsOf(task.containers, rangeOf(connection));
}

/** Name of the Service that the local ports of a service lead to. */
function serviceName(model: ServiceModel): string {
  return `ports-${deploymentName(model)}`;
}

/**
 * What the local ports lead to: the tasks of a service that are ready.
 *
 * @param ports those that are to be there; one that the range does not have leads nowhere
 */
export function endpointService(model: ServiceModel, ports: readonly Endpoint[]) {
  const users = { targets: model.targets, endpoints: serviceEndpoints(model) };
  return {
    metadata: {
      name: serviceName(model),
      namespace: NAMESPACE,
      labels: objectLabels(model),
      annotations: { ...SKIP_AWAIT },
    },
    spec: {
      type: "ClusterIP",
      selector: selector(model),
      ports: ports.map((endpoint) => ({
        name: endpointPortName(endpoint),
        port: endpoint.localPort,
        targetPort: endpointTarget(endpoint, users),
        protocol: "TCP",
      })),
    },
  };
}

/**
 * The way from a local port to the tasks. Traefik hands a connection on before it has read of it, since
 * nothing else has routes on this entry point: servers may speak first, and TLS is theirs.
 */
export function endpointRoute(model: ServiceModel, { localPort }: Endpoint): KubeObject {
  const slot = planOf(model.connection).slots.find(
    (of) => of.role === "range" && of.localPort === localPort,
  );
  return {
    apiVersion: API_VERSION,
    kind: "IngressRouteTCP",
    metadata: {
      name: `${deploymentName(model)}-${localPort}`,
      namespace: NAMESPACE,
      labels: objectLabels(model),
    },
    spec: {
      entryPoints: slot === undefined ? [] : [slot.entryPoint],
      routes:
        slot === undefined
          ? []
          : [
              {
                match: "HostSNI(`*`)",
                services: [{ name: serviceName(model), port: localPort }],
              },
            ],
    },
  };
}
