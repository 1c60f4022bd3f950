import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type {
  AlarmsValues,
  CapacityProviderStrategyValues,
  DeploymentConfigurationValues,
  DeploymentControllerValues,
  NetworkConfigurationValues,
  PlacementConstraintValues,
  PlacementStrategyValues,
  VolumeConfigurationValues,
} from "../../../core/ecs/service/values/awsOnly";
import type { ServiceRegistriesValues } from "../../../core/ecs/service/values/discovery";
import type {
  ServiceConnectClientAliasValues,
  ServiceConnectConfigurationValues,
  ServiceConnectServiceValues,
} from "../../../core/ecs/serviceConnect/values";
import type {
  DeploymentCircuitBreakerValues,
  EcsServiceValues,
  ServiceLoadBalancerValues,
} from "../../../core/ecs/service/values/service";
import type { InputsOf } from "../../inputs/inputsOf";

/**
 * Arguments of an EcsService, shaped like those of `aws.ecs.Service`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export interface EcsServiceArgs extends InputsOf<
  Omit<EcsServiceValues, "name" | "serviceConnectConfiguration">
> {
  /** The instance that the service belongs to. A change replaces the service. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the service: 1 to 255 letters, digits, hyphens and underscores. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /**
   * Names and ports by which services of a namespace reach each other. It decides which resources
   * there are: `enabled` and the list of `services` are plain values.
   *
   * @default none
   */
  readonly serviceConnectConfiguration?: ServiceConnectConfigurationArgs | undefined;
}

/** A target group for a service's tasks, shaped like one of `loadBalancers` on AWS. */
export interface ServiceLoadBalancerArgs extends InputsOf<ServiceLoadBalancerValues> {}

/**
 * The circuit breaker of ECS. A deployment fails after a number of consecutive task failures: half
 * the desired count, at least 3 and at most 200; here also when `steadyStateTimeout` is over.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export interface DeploymentCircuitBreakerArgs extends InputsOf<DeploymentCircuitBreakerValues> {}

export interface DeploymentControllerArgs extends InputsOf<DeploymentControllerValues> {}

export interface DeploymentConfigurationArgs extends InputsOf<DeploymentConfigurationValues> {}

export interface NetworkConfigurationArgs extends InputsOf<NetworkConfigurationValues> {}

export interface CapacityProviderStrategyArgs extends InputsOf<CapacityProviderStrategyValues> {}

export interface PlacementStrategyArgs extends InputsOf<PlacementStrategyValues> {}

export interface PlacementConstraintArgs extends InputsOf<PlacementConstraintValues> {}

export interface AlarmsArgs extends InputsOf<AlarmsValues> {}

export interface VolumeConfigurationArgs extends InputsOf<VolumeConfigurationValues> {}

/** The service of Cloud Map that tasks are registered with, shaped as on AWS. */
export interface ServiceRegistriesArgs extends InputsOf<ServiceRegistriesValues> {}

/** Service Connect of a service, shaped as on AWS. */
export interface ServiceConnectConfigurationArgs extends InputsOf<
  Omit<ServiceConnectConfigurationValues, "enabled" | "services">
> {
  /** Whether the tasks know the names of the namespace. A change replaces the tasks. */
  readonly enabled: boolean;
  /**
   * The ports under which other services reach this one. A change updates in place.
   *
   * @default none: the service only reaches others
   */
  readonly services?: readonly pulumi.Input<ServiceConnectServiceArgs>[] | undefined;
}

export interface ServiceConnectServiceArgs extends InputsOf<ServiceConnectServiceValues> {}

export interface ServiceConnectClientAliasArgs extends InputsOf<ServiceConnectClientAliasValues> {}
