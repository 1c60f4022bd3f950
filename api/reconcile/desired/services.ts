import type { Connection } from "../../../core/connection";
import { deploymentOf } from "../../../core/ecs/deployment/current";
import { deploymentId } from "../../../core/ecs/observed/deploymentId";
import type { Deployment } from "../../../core/ecs/observed/kubernetesObjects";
import {
  endpointRoute,
  endpointService,
  serviceEndpoints,
} from "../../../core/ecs/service/endpoints";
import {
  serviceDeployment,
  taskTemplate,
  type ServiceModel,
} from "../../../core/ecs/service/manifests";
import { serviceAttributes } from "../../../core/ecs/service/record";
import { recordedService } from "../../../core/ecs/service/recorded";
import { deployedAttributes } from "../../../core/ecs/service/rollout";
import type { AwsObject } from "../../world/world";
import { desired, type Desired } from "./manifest";

/** What decides about the tasks of services beside their records. */
export interface Workloads {
  readonly deployments: readonly Deployment[];
  /** Changes with the content of the Secret of that name; empty where there is none. */
  readonly secretsVersion: (secretName: string) => string;
}

/** What the API's own services are: a Deployment each, and the ways from local ports to it. */
export function desiredServices(
  objects: readonly AwsObject[],
  connection: Connection,
  { deployments, secretsVersion }: Workloads,
): Desired[] {
  return objects
    .filter(({ kind, owner, attributes }) => {
      return kind === "svc" && owner === "api" && attributes["status"] !== "INACTIVE";
    })
    .flatMap((record) => {
      const attributes = deployedAttributes(serviceAttributes(record), (taskDefinition) =>
        objects.some(({ arn }) => arn === taskDefinition),
      );
      const deployed = { ...record, attributes: { ...attributes } };
      const found = recordedService(deployed, objects, connection, "");
      if (found === undefined) return [];
      const { secretName } = found.task;
      const model =
        secretName === undefined ? found : { ...found, secretsVersion: secretsVersion(secretName) };
      const frame = serviceDeployment(model, "");
      const live = deployments.find(({ metadata }) => metadata.name === frame.metadata.name);
      const current = live === undefined ? undefined : deploymentOf(live.spec.template);
      // What failed once is tried again when somebody asks for it, and not by itself.
      const id = deploymentId(taskTemplate(model), { current, failed: undefined, isSound: true });
      return [
        desired("targets", {
          apiVersion: "apps/v1",
          kind: "Deployment",
          ...serviceDeployment(model, id),
        }),
        ...endpointsOf(model),
      ];
    });
}

/** What leads from local ports to the tasks. */
function endpointsOf(model: ServiceModel): Desired[] {
  const endpoints = serviceEndpoints(model);
  if (endpoints.length === 0) return [];
  const service = endpointService(model, endpoints);
  return [
    desired("targets", { apiVersion: "v1", kind: "Service", ...service }),
    ...endpoints.map((endpoint) => desired("roots", endpointRoute(model, endpoint))),
  ];
}
