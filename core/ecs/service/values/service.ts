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
import type { ServiceConnectConfigurationValues, ServiceRegistriesValues } from "./discovery";

/** A service's arguments, resolved. */
export interface EcsServiceValues {
  readonly name: string;
  /** ARN of the cluster, `cluster.arn`. A change replaces the service. */
  readonly cluster: string;
  /** ARN of the task definition, `task.arn`, of the same program. A change rolls the tasks. */
  readonly taskDefinition: string;
  /**
   * Number of tasks to run, 0 to 1000. A change scales in place.
   *
   * @default 1
   */
  readonly desiredCount?: number | undefined;
  /**
   * The target groups that the tasks join. A change rolls the tasks.
   *
   * @default none: the service gets no requests from a load balancer
   */
  readonly loadBalancers?: readonly ServiceLoadBalancerValues[] | undefined;
  /**
   * Tasks that have to stay healthy during a deployment, in percent of `desiredCount`, rounded up: 0
   * to 100. A change counts from the next deployment.
   *
   * @default 100
   */
  readonly deploymentMinimumHealthyPercent?: number | undefined;
  /**
   * Tasks that there may be during a deployment, in percent of `desiredCount`, rounded down: 100 or
   * more. A change counts from the next deployment.
   *
   * @default 200
   */
  readonly deploymentMaximumPercent?: number | undefined;
  /**
   * What is done with a deployment that fails. A change counts from the next deployment.
   *
   * @default nothing: it is tried on
   */
  readonly deploymentCircuitBreaker?: DeploymentCircuitBreakerValues | undefined;
  /**
   * Seconds after its start in which a task that is not healthy is left alone: 0 to 2147483647. A
   * change rolls the tasks.
   *
   * @default 0
   */
  readonly healthCheckGracePeriodSeconds?: number | undefined;
  /**
   * The service of Cloud Map that the tasks are registered with. A change rolls the tasks.
   *
   * @default none
   */
  readonly serviceRegistries?: ServiceRegistriesValues | undefined;
  /**
   * Names by which services reach each other. A change rolls the tasks.
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
   * Whether an update waits until all tasks are of the present deployment and healthy, and fails
   * where they do not become so.
   *
   * Locally: the default of AWS's provider is false. The URLs that `up` prints have to answer.
   *
   * @default true
   */
  readonly waitForSteadyState?: boolean | undefined;
  /**
   * Seconds that an update waits for the steady state at most, 1 to 86400.
   *
   * Locally: AWS's provider has `customTimeouts` for it, of which a component does not learn. The
   * time has to be longer than `settlingSeconds`.
   *
   * @default 600
   */
  readonly steadyStateTimeout?: number | undefined;
  /**
   * Seconds that a task has to have run without a restart before it counts as running: 0 to 599. A
   * deployment is complete, and the service steady, once all of its tasks count. A change counts
   * from the next deployment.
   *
   * Locally: AWS has no such argument.
   *
   * @default 10 where neither a container's `healthCheck` nor a target group's health check says when a
   * task is healthy, else 0
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
  /** Without effect here: there are no alarms that a deployment could heed. */
  readonly alarms?: AlarmsValues | undefined;
  /** Without effect here: there are no EBS volumes. */
  readonly volumeConfiguration?: VolumeConfigurationValues | undefined;
  /** Without effect here: there is one zone. */
  readonly availabilityZoneRebalancing?: string | undefined;
  /** Without effect here: nobody asks for a role. */
  readonly iamRole?: string | undefined;
  /** Without effect here: `kecs exec` reaches every task. */
  readonly enableExecuteCommand?: boolean | undefined;
  /** Without effect here: a service goes with its tasks. */
  readonly forceDelete?: boolean | undefined;
  /** Kept in the service's record. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Without effect here: tags are kept in the service's record alone. */
  readonly propagateTags?: string | undefined;
  /** Without effect here: tags are kept in the service's record alone. */
  readonly enableEcsManagedTags?: boolean | undefined;
}

/** How a service joins a target group, shaped like one of `loadBalancers` on AWS. */
export interface ServiceLoadBalancerValues {
  /** ARN of the target group, `targetGroup.arn`. */
  readonly targetGroupArn: string;
  /** Name of the container that receives the requests. */
  readonly containerName: string;
  /** Port of that container, one of its port mappings. */
  readonly containerPort: number;
}

/**
 * The circuit breaker of ECS. A deployment has failed when tasks failed half as often in a row as
 * there are tasks, at least 3 and at most 200 times; here also when `steadyStateTimeout` is over.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export interface DeploymentCircuitBreakerValues {
  /** Whether a failed deployment is stopped. */
  readonly enable: boolean;
  /** Whether it is taken back too: the tasks that were steady last are made again. */
  readonly rollback: boolean;
}

/** The same with the instance that it belongs to. */
export type ResolvedService = EcsServiceValues & { readonly connection: Connection };
