import type { Connection } from "../../../connection";
import type {
  AlarmsValues,
  CapacityProviderStrategyValues,
  DeploymentConfigurationValues,
  DeploymentControllerValues,
  NetworkConfigurationValues,
  PlacementConstraintValues,
  PlacementStrategyValues,
  VolumeConfigurationValues,
} from "./awsOnly";
import type { ServiceConnectConfigurationValues } from "../../serviceConnect/values";
import type { ServiceRegistriesValues } from "./discovery";

/** A service's arguments, resolved. */
export interface EcsServiceValues {
  readonly name: string;
  /** ARN of the cluster, `cluster.arn`. A change replaces the service. */
  readonly cluster: string;
  /** ARN of the task definition, `task.arn`, of the same program. A change replaces the tasks. */
  readonly taskDefinition: string;
  /**
   * Number of tasks to run, 0 to 1000. A change scales in place.
   *
   * @default 1
   */
  readonly desiredCount?: number | undefined;
  /**
   * The target groups in which the tasks are registered. A change replaces the tasks.
   *
   * @default none: the service gets no requests from a load balancer
   */
  readonly loadBalancers?: readonly ServiceLoadBalancerValues[] | undefined;
  /**
   * Tasks that have to stay healthy during a deployment, in percent of `desiredCount`, rounded up:
   * 0 to 100. A change applies from the next deployment on.
   *
   * @default 100
   */
  readonly deploymentMinimumHealthyPercent?: number | undefined;
  /**
   * The most tasks that may exist during a deployment, in percent of `desiredCount`, rounded down:
   * 100 or more. A change applies from the next deployment on.
   *
   * @default 200
   */
  readonly deploymentMaximumPercent?: number | undefined;
  /**
   * What to do when a deployment fails. A change applies from the next deployment on.
   *
   * @default nothing: Kubernetes keeps trying
   */
  readonly deploymentCircuitBreaker?: DeploymentCircuitBreakerValues | undefined;
  /**
   * Seconds after a task's start in which failed checks have no consequences: 0 to 2147483647. A
   * change replaces the tasks.
   *
   * @default 0
   */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  /**
   * The service of Cloud Map that the tasks are registered with. A change replaces the tasks.
   *
   * @default none
   */
  readonly serviceRegistries?: ServiceRegistriesValues | undefined;
  /**
   * Names and ports by which services of a namespace reach each other.
   *
   * @default none
   */
  readonly serviceConnectConfiguration?: ServiceConnectConfigurationValues | undefined;
  /**
   * Whether a change of `triggers` starts a deployment.
   *
   * @default false
   */
  readonly forceNewDeployment?: boolean | undefined;
  /**
   * Any keys and values. With `forceNewDeployment`, a change starts a deployment.
   *
   * @default none
   */
  readonly triggers?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether an update waits until all tasks belong to the current deployment and are healthy, and
   * fails if that does not happen.
   *
   * Locally: the default of AWS's provider is false. Here it is true, because the URLs that `up`
   * prints have to answer.
   *
   * @default true
   */
  readonly waitForSteadyState?: boolean | undefined;
  /**
   * Longest time in seconds that an update waits for the steady state, 1 to 86400.
   *
   * Locally: AWS's provider has `customTimeouts` for this, which components cannot read. The time
   * has to be longer than `settlingSeconds`.
   *
   * @default 600
   */
  readonly steadyStateTimeout?: number | undefined;
  /**
   * Seconds that a task has to run without a restart before it counts as running: 0 to 599. A
   * deployment is complete, and the service steady, when all of its tasks count as running. A
   * change applies from the next deployment on.
   *
   * Locally: AWS has no such argument.
   *
   * @default 10 if neither a container's `healthCheck` nor a target group's health check says when
   * a task is healthy, else 0
   */
  readonly settlingSeconds?: number | undefined;
  /** Only `REPLICA` is available here. */
  readonly schedulingStrategy?: string | undefined;
  /** Only the type `ECS` is available here. */
  readonly deploymentController?: DeploymentControllerValues | undefined;
  /** Only the strategy `ROLLING` is available here. */
  readonly deploymentConfiguration?: DeploymentConfigurationValues | undefined;
  /** Without effect here: all tasks are in the instance's own network. */
  readonly networkConfiguration?: NetworkConfigurationValues | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly launchType?: string | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly capacityProviderStrategies?: readonly CapacityProviderStrategyValues[] | undefined;
  /** Without effect here: there is no Fargate. */
  readonly platformVersion?: string | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly orderedPlacementStrategies?: readonly PlacementStrategyValues[] | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementConstraints?: readonly PlacementConstraintValues[] | undefined;
  /** Without effect here: deployments do not watch alarms. */
  readonly alarms?: AlarmsValues | undefined;
  /** Without effect here: there are no EBS volumes. */
  readonly volumeConfiguration?: VolumeConfigurationValues | undefined;
  /** Without effect here: there is one zone. */
  readonly availabilityZoneRebalancing?: string | undefined;
  /** Without effect here: no IAM role is needed. */
  readonly iamRole?: string | undefined;
  /** Without effect here: `kecs exec` reaches every task. */
  readonly enableExecuteCommand?: boolean | undefined;
  /** Without effect here: a service is removed with its tasks. */
  readonly forceDelete?: boolean | undefined;
  /** Kept in the service's record. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Without effect here: tags are kept only in the service's record. */
  readonly propagateTags?: string | undefined;
  /** Without effect here: tags are kept only in the service's record. */
  readonly enableEcsManagedTags?: boolean | undefined;
}

/** A target group for a service's tasks, shaped like one of `loadBalancers` on AWS. */
export interface ServiceLoadBalancerValues {
  /** ARN of the target group, `targetGroup.arn`. */
  readonly targetGroupArn: string;
  /** Name of the container that receives the requests. */
  readonly containerName: string;
  /** Port of that container, one of its port mappings. */
  readonly containerPort: number;
}

/**
 * The circuit breaker of ECS. A deployment fails after a number of consecutive task failures: half
 * the desired count, at least 3 and at most 200; here also when `steadyStateTimeout` is over.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export interface DeploymentCircuitBreakerValues {
  /** Whether a failed deployment is stopped. */
  readonly enable: boolean;
  /** Whether it is also rolled back to the last completed deployment. */
  readonly rollback: boolean;
}

/** The same with the instance that it belongs to. */
export type ResolvedService = EcsServiceValues & { readonly connection: Connection };
