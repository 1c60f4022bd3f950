import { nameFromArn, serviceArn } from "../../../../core/arn";
import { nameTargetPorts } from "../../../../core/ecs/service/targetPorts";
import { serviceKey, serviceRecord } from "../../../../core/ecs/service/record";
import { sharedPorts, validateEcsService } from "../../../../core/ecs/service/validate";
import { validateTargetChecks } from "../../../../core/ecs/service/validateTargetChecks";
import type { EcsServiceValues } from "../../../../core/ecs/service/values/service";
import { endpointsOf } from "../../../../core/ecs/pod/endpoints";
import type { ContainerModel } from "../../../../core/ecs/pod/model";
import { endpointConflicts, recordedOwner } from "../../../../core/localPorts/conflicts";
import { endpointOwners, listenerOwners } from "../../../../core/localPorts/owners";
import { rangeOf } from "../../../../core/ports/range";
import { throwIfRefused } from "../../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../../world/world";
import { nameOf } from "../find/clusters";
import { asJson, given } from "../put";
import { INVALID, invalid, UNSUPPORTED } from "../refuse";
import { refuseServiceFields } from "./serviceRefusals";
import { serviceEcho, type ServiceEcho, type ServiceRequest } from "./serviceRequest";
import { tagMap } from "./tags";
import { taskModelOf } from "./taskModel";

/** What a service belongs to. */
export interface ServiceParents {
  readonly cluster: AwsObject;
  readonly definition: AwsObject;
}

interface ServiceContent extends Pick<AwsObject, "key" | "arn" | "attributes"> {
  readonly echo: ServiceEcho;
}

/** The record of a service, of a request that AWS and the instance take. */
export function serviceContent(
  request: ServiceRequest,
  { cluster, definition }: ServiceParents,
  world: World,
): ServiceContent {
  refuseServiceFields(request);
  const containers = taskModelOf(definition).containers;
  const values = serviceValues(request, cluster.arn, definition.arn);
  const attachments = values.loadBalancers ?? [];
  refuseUnknownParts(values, containers, world);
  const name = nameOf(cluster);
  const key = serviceKey({ cluster: name, name: values.name });
  const { namedPorts, stuck } = nameTargetPorts(
    attachments,
    ofKind(world, "svc").filter((service) => service.key !== key),
    (group) => world.objects.some(({ arn, owner }) => arn === group && owner === "api"),
  );
  const endpoints = endpointsOf(containers, rangeOf(world.connection));
  throwIfRefused(
    [
      ...endpointConflicts(endpoints, portOwners(key, world), "taskDefinition"),
      ...validateEcsService(values, containers, ""),
      ...sharedPorts(stuck, ""),
      ...validateTargetChecks(world.connection, attachments, ""),
    ].map((issue) => ({ ...issue, path: issue.path.replace(/^\./, "") })),
    INVALID,
    { KECS1013: UNSUPPORTED },
  );
  const arn = serviceArn(world.connection, name, values.name);
  const record = asJson(serviceRecord(values, name, arn, { namedPorts, endpoints }));
  return {
    ...record,
    attributes: { ...record.attributes, status: "ACTIVE", updatedAt: world.now.toISOString() },
    echo: serviceEcho(request),
  };
}

/** Whose a local port is, but for those of the service itself. */
function portOwners(key: string, world: World): (localPort: number) => string | undefined {
  const services = ofKind(world, "svc").filter((service) => service.key !== key);
  const owners = [...endpointOwners(services), ...listenerOwners(world.objects, world.connection)];
  return recordedOwner(owners, () => true);
}

/** A service in core's words. */
function serviceValues(
  request: ServiceRequest,
  cluster: string,
  taskDefinition: string,
): EcsServiceValues {
  const { deploymentConfiguration: deployment = {} } = request;
  const breaker = deployment.deploymentCircuitBreaker;
  const [registry] = request.serviceRegistries ?? [];
  const values: EcsServiceValues = {
    name: request.serviceName ?? "",
    cluster,
    taskDefinition,
    desiredCount: request.desiredCount,
    loadBalancers: (request.loadBalancers ?? []).map((of) => ({
      targetGroupArn: of.targetGroupArn ?? "",
      containerName: of.containerName ?? "",
      containerPort: of.containerPort ?? 0,
    })),
    deploymentMinimumHealthyPercent: deployment.minimumHealthyPercent,
    deploymentMaximumPercent: deployment.maximumPercent,
    deploymentCircuitBreaker:
      breaker === undefined
        ? undefined
        : { ...breaker, enable: breaker.enable === true, rollback: breaker.rollback === true },
    healthCheckGracePeriodSeconds: request.healthCheckGracePeriodSeconds,
    serviceRegistries:
      registry === undefined ? undefined : { ...registry, registryArn: registry.registryArn ?? "" },
    schedulingStrategy: request.schedulingStrategy,
    deploymentController: request.deploymentController,
    deploymentConfiguration: given({ strategy: deployment.strategy }),
    capacityProviderStrategies: (request.capacityProviderStrategy ?? []).map((of) => ({
      ...of,
      capacityProvider: of.capacityProvider ?? "",
    })),
    forceNewDeployment: request.triggers !== undefined,
    triggers: request.triggers,
    tags: tagMap(request.tags),
  };
  return given(values) as EcsServiceValues;
}

/** What AWS says in its own words of parts that are not there. */
function refuseUnknownParts(
  { loadBalancers = [], serviceRegistries }: EcsServiceValues,
  containers: readonly ContainerModel[],
  { objects }: World,
): void {
  for (const { targetGroupArn, containerName, containerPort } of loadBalancers) {
    const isKnown = objects.some(({ kind, arn }) => kind === "tg" && arn === targetGroupArn);
    if (nameFromArn("targetGroup", targetGroupArn) === undefined || !isKnown) {
      throw invalid(`The target group ${targetGroupArn} does not exist.`);
    }
    const container = containers.find(({ name }) => name === containerName);
    if (container === undefined) {
      throw invalid(`The container ${containerName} does not exist in the task definition.`);
    }
    if (!container.ports.some((port) => port.containerPort === containerPort)) {
      throw invalid(
        `The container ${containerName} did not have a container port ${containerPort} defined.`,
      );
    }
  }
  if (serviceRegistries === undefined) return;
  const { registryArn } = serviceRegistries;
  if (!objects.some(({ kind, arn }) => kind === "discovery" && arn === registryArn)) {
    throw invalid(
      `The service registry ${registryArn} does not exist. Make it with a DiscoveryService of Pulumi.`,
    );
  }
}
