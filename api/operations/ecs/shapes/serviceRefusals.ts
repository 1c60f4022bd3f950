import { invalid, unsupported } from "../refuse";
import type { ServiceRequest } from "./serviceRequest";

/** Refuses what AWS refuses whatever the instance has, and what no instance has. */
export function refuseServiceFields(request: ServiceRequest): void {
  const { loadBalancers = [], capacityProviderStrategy = [], serviceRegistries = [] } = request;
  if (request.launchType !== undefined && capacityProviderStrategy.length > 0) {
    throw invalid(
      "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
    );
  }
  if (request.launchType === "EXTERNAL") {
    throw unsupported(
      "launchType: EXTERNAL is not available in KECS, which has no container instances. Use FARGATE or EC2.",
    );
  }
  if ((request.healthCheckGracePeriodSeconds ?? 0) > 0 && loadBalancers.length === 0) {
    throw invalid(
      "Health check grace period is only valid for services configured to use load balancers.",
    );
  }
  for (const { targetGroupArn, loadBalancerName, containerName, containerPort } of loadBalancers) {
    if (loadBalancerName !== undefined) {
      throw unsupported(
        "loadBalancers.loadBalancerName: KECS has no Classic Load Balancers. Name a target group in targetGroupArn.",
      );
    }
    if (targetGroupArn === undefined) throw invalid("targetGroupArn cannot be empty.");
    if (containerName === undefined) throw invalid("containerName cannot be empty.");
    if (containerPort === undefined) throw invalid("containerPort cannot be empty.");
  }
  if (serviceRegistries.length > 1) {
    throw invalid("A service can have one service registry.");
  }
  if (request.serviceConnectConfiguration?.enabled === true) {
    throw unsupported(
      "serviceConnectConfiguration: this API does not make names of Service Connect. Make the service with Pulumi, or give it a name with Cloud Map.",
    );
  }
  refuseMissing(request);
}

/** What the instance does not have, by the field that asks for it. */
const MISSING = {
  vpcLatticeConfigurations: "there is no VPC Lattice. Leave it out locally.",
  gatewayConnectors: "there are no gateways. Leave it out locally.",
} as const satisfies Partial<Record<keyof ServiceRequest, string>>;

function refuseMissing(request: ServiceRequest): void {
  for (const [field, why] of Object.entries(MISSING) as [keyof typeof MISSING, string][]) {
    if ((request[field] ?? []).length > 0) throw unsupported(`${field}: in KECS ${why}`);
  }
}
