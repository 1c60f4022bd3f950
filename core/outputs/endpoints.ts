import type { Endpoint } from "../ecs/pod/endpoints";
import { hasEnded, serviceAttributes } from "../ecs/service/record";
import type { Records } from "../records/records";

/** A port of a container to which a port of this machine leads. */
export interface EndpointOutputs {
  readonly containerName: string;
  readonly containerPort: number;
  /** What to connect to, such as `localhost:9010`. */
  readonly address: string;
}

export function endpointOutputs({
  localPort,
  containerName,
  containerPort,
}: Endpoint): EndpointOutputs {
  return { containerName, containerPort, address: `localhost:${localPort}` };
}

/** An endpoint of an instance, with the service whose tasks it leads to. */
export interface InstanceEndpoint extends EndpointOutputs {
  readonly cluster: string;
  readonly service: string;
  readonly url: string;
  readonly stack: string;
}

/** Every endpoint of an instance by its records, in ascending order of the local port. */
export function recordedEndpoints({ objects }: Records): InstanceEndpoint[] {
  return objects
    .filter(({ kind }) => kind === "svc")
    .flatMap((record) => {
      const attributes = serviceAttributes(record);
      const { cluster, name: service, endpoints = [] } = attributes;
      return hasEnded(attributes)
        ? []
        : endpoints.map((of) => ({ of, cluster, service, stack: record.stack }));
    })
    .sort((a, b) => a.of.localPort - b.of.localPort)
    .map(({ of, ...rest }) => {
      const outputs = endpointOutputs(of);
      return { ...rest, ...outputs, url: `tcp://${outputs.address}` };
    });
}
