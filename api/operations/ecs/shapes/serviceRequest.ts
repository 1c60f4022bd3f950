import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  LoadBalancer,
} from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../../core/ecs/service/record";
import type { AwsObject } from "../../../world/world";
import { given, without } from "../put";
import { tagList } from "./tags";

/** What a service is to be, whether it is made or changed. */
export interface ServiceRequest extends Omit<
  CreateServiceRequest,
  "cluster" | "taskDefinition" | "clientToken"
> {
  readonly triggers?: Readonly<Record<string, string>> | undefined;
}

/** What its attributes hold, in core's words; the rest of a request is echoed. */
const IN_ATTRIBUTES = [
  "serviceName",
  "desiredCount",
  "loadBalancers",
  "serviceRegistries",
  "healthCheckGracePeriodSeconds",
  "deploymentConfiguration",
  "tags",
  "triggers",
] as const satisfies readonly (keyof ServiceRequest)[];

const DEPLOYMENT_IN_ATTRIBUTES = [
  "maximumPercent",
  "minimumHealthyPercent",
  "deploymentCircuitBreaker",
] as const satisfies readonly (keyof DeploymentConfiguration)[];

/** What a service's record echoes. */
export type ServiceEcho = Omit<ServiceRequest, (typeof IN_ATTRIBUTES)[number]> &
  Pick<ServiceRequest, "loadBalancers" | "deploymentConfiguration"> &
  Pick<CreateServiceRequest, "clientToken">;

export function serviceEcho(request: ServiceRequest): ServiceEcho {
  const { loadBalancers = [], deploymentConfiguration } = request;
  const deployment = without(deploymentConfiguration ?? {}, ...DEPLOYMENT_IN_ATTRIBUTES);
  return given({
    ...without(request, ...IN_ATTRIBUTES),
    loadBalancers: loadBalancers.some(isMoreThanATarget) ? loadBalancers : undefined,
    deploymentConfiguration: Object.keys(deployment).length === 0 ? undefined : deployment,
  });
}

function isMoreThanATarget({ advancedConfiguration }: LoadBalancer): boolean {
  return advancedConfiguration !== undefined;
}

export function echoOf({ echo }: Pick<AwsObject, "echo">): ServiceEcho {
  return echo;
}

/** The request that would make the service that a record is of. */
export function requestOfService(service: AwsObject): ServiceRequest {
  const attributes = serviceAttributes(service);
  const { serviceRegistries } = attributes;
  return {
    ...without(echoOf(service), "clientToken"),
    serviceName: attributes.name,
    desiredCount: attributes.desiredCount,
    loadBalancers: loadBalancersOf(service),
    ...(serviceRegistries === undefined ? {} : { serviceRegistries: [serviceRegistries] }),
    healthCheckGracePeriodSeconds: attributes.healthCheckGracePeriodSeconds,
    deploymentConfiguration: deploymentConfigurationOf(service),
    tags: tagList(attributes.tags),
    triggers: attributes.triggers,
  };
}

export function loadBalancersOf(service: AwsObject): LoadBalancer[] {
  return echoOf(service).loadBalancers ?? [...serviceAttributes(service).loadBalancers];
}

/** How a service's deployments go, as it was given, or by AWS's defaults. */
export function deploymentConfigurationOf(service: AwsObject): DeploymentConfiguration {
  const attributes = serviceAttributes(service);
  return {
    ...echoOf(service).deploymentConfiguration,
    maximumPercent: attributes.deploymentMaximumPercent,
    minimumHealthyPercent: attributes.deploymentMinimumHealthyPercent,
    deploymentCircuitBreaker: attributes.deploymentCircuitBreaker,
  };
}
