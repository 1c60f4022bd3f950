import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/outputs/contract";
import type {
  AlarmsArgs,
  CapacityProviderStrategyArgs,
  DeploymentConfigurationArgs,
  DeploymentControllerArgs,
  NetworkConfigurationArgs,
  PlacementConstraintArgs,
  PlacementStrategyArgs,
  VolumeConfigurationArgs,
} from "./awsOnlyArgs";
import type { ServiceConnectConfigurationArgs, ServiceRegistriesArgs } from "./discoveryArgs";

/**
 * Arguments of an EcsService, shaped like those of `aws.ecs.Service`.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export interface EcsServiceArgs {
  /** The instance that the service belongs to. A change replaces the service. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Name of the service: 1 to 255 letters, digits, hyphens and underscores. A change replaces it.
   *
   * @default the component's name
   */
  readonly name?: pulumi.Input<string | undefined>;
  /** ARN of the cluster, `cluster.arn`. A change replaces the service. */
  readonly cluster: pulumi.Input<string>;
  /** ARN of the task definition, `task.arn`, of the same program. A change rolls the tasks. */
  readonly taskDefinition: pulumi.Input<string>;
  /**
   * Number of tasks to run, 0 to 1000. A change scales in place.
   *
   * @default 1
   */
  readonly desiredCount?: pulumi.Input<number | undefined>;
  /**
   * The target groups that the tasks join. A change rolls the tasks.
   *
   * @default none: the service gets no requests from a load balancer
   */
  readonly loadBalancers?: pulumi.Input<pulumi.Input<ServiceLoadBalancerArgs>[] | undefined>;
  /**
   * Tasks that have to stay healthy during a deployment, in percent of `desiredCount`, rounded up: 0
   * to 100. A change counts from the next deployment.
   *
   * @default 100
   */
  readonly deploymentMinimumHealthyPercent?: pulumi.Input<number | undefined>;
  /**
   * Tasks that there may be during a deployment, in percent of `desiredCount`, rounded down: 100 or
   * more. A change counts from the next deployment.
   *
   * @default 200
   */
  readonly deploymentMaximumPercent?: pulumi.Input<number | undefined>;
  /**
   * What is done with a deployment that fails. A change counts from the next deployment.
   *
   * @default nothing: it is tried on
   */
  readonly deploymentCircuitBreaker?: pulumi.Input<DeploymentCircuitBreakerArgs | undefined>;
  /**
   * Seconds after its start in which a task that is not healthy is left alone: 0 to 2147483647. A
   * change rolls the tasks.
   *
   * @default 0
   */
  readonly healthCheckGracePeriodSeconds?: pulumi.Input<number | undefined>;
  /**
   * The service of Cloud Map that the tasks are registered with. A change rolls the tasks.
   *
   * @default none
   */
  readonly serviceRegistries?: pulumi.Input<ServiceRegistriesArgs | undefined>;
  /**
   * Names by which services reach each other. A change rolls the tasks.
   *
   * @default none
   */
  readonly serviceConnectConfiguration?: pulumi.Input<ServiceConnectConfigurationArgs | undefined>;
  /**
   * Whether a change of `triggers` starts a deployment.
   *
   * @default false
   */
  readonly forceNewDeployment?: pulumi.Input<boolean | undefined>;
  /**
   * Any keys and values. With `forceNewDeployment`, a change starts a deployment.
   *
   * @default none
   */
  readonly triggers?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>> | undefined>;
  /**
   * Whether an update waits until all tasks are of the present deployment and healthy, and fails
   * where they do not become so.
   *
   * Locally: the default of AWS's provider is false. The URLs that `up` prints have to answer.
   *
   * @default true
   */
  readonly waitForSteadyState?: pulumi.Input<boolean | undefined>;
  /**
   * Seconds that an update waits for the steady state at most, 1 to 86400.
   *
   * Locally: AWS's provider has `customTimeouts` for it, of which a component does not learn. The
   * time has to be longer than `settlingSeconds`.
   *
   * @default 600
   */
  readonly steadyStateTimeout?: pulumi.Input<number | undefined>;
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
  readonly settlingSeconds?: pulumi.Input<number | undefined>;
  /** Only `REPLICA` is available here. */
  readonly schedulingStrategy?: pulumi.Input<string | undefined>;
  /** Only the type `ECS` is available here. */
  readonly deploymentController?: pulumi.Input<DeploymentControllerArgs | undefined>;
  /** Only the strategy `ROLLING` is available here. */
  readonly deploymentConfiguration?: pulumi.Input<DeploymentConfigurationArgs | undefined>;
  /** Without effect here: all tasks are in the instance's own network. */
  readonly networkConfiguration?: pulumi.Input<NetworkConfigurationArgs | undefined>;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly launchType?: pulumi.Input<string | undefined>;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly capacityProviderStrategies?: pulumi.Input<
    pulumi.Input<CapacityProviderStrategyArgs>[] | undefined
  >;
  /** Without effect here: there is no Fargate. */
  readonly platformVersion?: pulumi.Input<string | undefined>;
  /** Without effect here: Kubernetes places the tasks. */
  readonly orderedPlacementStrategies?: pulumi.Input<
    pulumi.Input<PlacementStrategyArgs>[] | undefined
  >;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementConstraints?: pulumi.Input<pulumi.Input<PlacementConstraintArgs>[] | undefined>;
  /** Without effect here: there are no alarms that a deployment could heed. */
  readonly alarms?: pulumi.Input<AlarmsArgs | undefined>;
  /** Without effect here: there are no EBS volumes. */
  readonly volumeConfiguration?: pulumi.Input<VolumeConfigurationArgs | undefined>;
  /** Without effect here: there is one zone. */
  readonly availabilityZoneRebalancing?: pulumi.Input<string | undefined>;
  /** Without effect here: nobody asks for a role. */
  readonly iamRole?: pulumi.Input<string | undefined>;
  /** Without effect here: `kecs exec` reaches every task. */
  readonly enableExecuteCommand?: pulumi.Input<boolean | undefined>;
  /** Without effect here: a service goes with its tasks. */
  readonly forceDelete?: pulumi.Input<boolean | undefined>;
  /** Kept in the service's record. */
  readonly tags?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>> | undefined>;
  /** Without effect here: tags are kept in the service's record alone. */
  readonly propagateTags?: pulumi.Input<string | undefined>;
  /** Without effect here: tags are kept in the service's record alone. */
  readonly enableEcsManagedTags?: pulumi.Input<boolean | undefined>;
}

/** How a service joins a target group, shaped like one of `loadBalancers` on AWS. */
export interface ServiceLoadBalancerArgs {
  /** ARN of the target group, `targetGroup.arn`. */
  readonly targetGroupArn: pulumi.Input<string>;
  /** Name of the container that receives the requests. */
  readonly containerName: pulumi.Input<string>;
  /** Port of that container, one of its port mappings. */
  readonly containerPort: pulumi.Input<number>;
}

/**
 * The circuit breaker of ECS. A deployment has failed when tasks failed half as often in a row as
 * there are tasks, at least 3 and at most 200 times; here also when `steadyStateTimeout` is over.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export interface DeploymentCircuitBreakerArgs {
  /** Whether a failed deployment is stopped. */
  readonly enable: pulumi.Input<boolean>;
  /** Whether it is taken back too: the tasks that were steady last are made again. */
  readonly rollback: pulumi.Input<boolean>;
}
