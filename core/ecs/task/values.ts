import type { Connection } from "../../connection";
import type {
  CapacityProviderStrategyValues,
  NetworkConfigurationValues,
  PlacementConstraintValues,
  PlacementStrategyValues,
} from "../service/values/awsOnly";

/** The arguments of tasks that run once, resolved. */
export interface EcsTaskValues {
  /** ARN of the cluster, `cluster.arn`. */
  readonly cluster: string;
  /** ARN of the task definition, `task.arn`, of the same program. A change of it runs the tasks again. */
  readonly taskDefinition: string;
  /**
   * What the tasks have otherwise than their definition says. A change runs them again.
   *
   * @default none
   */
  readonly overrides?: TaskOverridesValues | undefined;
  /**
   * Number of tasks to run, 1 to 10. A change runs them again.
   *
   * Locally: a plain number, since it decides which resources there are.
   *
   * @default 1
   */
  readonly count?: number | undefined;
  /**
   * Any values. A change runs the tasks again.
   *
   * Locally: AWS has no such argument.
   *
   * @default none: tasks that ended with exit code 0 are run again only after a change of their own
   */
  readonly triggers?: readonly string[] | undefined;
  /**
   * Whether each update runs the tasks again.
   *
   * Locally: AWS has no such argument.
   *
   * @default false
   */
  readonly everyUp?: boolean | undefined;
  /**
   * Longest time in seconds that an update waits for the end of the tasks, 1 to 86400. Those that
   * run on are stopped then, and the update fails.
   *
   * Locally: AWS has no such argument.
   *
   * @default 600
   */
  readonly timeout?: number | undefined;
  /** Group of the tasks, which `aws ecs describe-tasks` shows. A change runs them again. */
  readonly group?: string | undefined;
  /** Who started the tasks, as `aws ecs list-tasks` finds them by. A change runs them again. */
  readonly startedBy?: string | undefined;
  /** Tags of the tasks, which `aws ecs describe-tasks` shows. A change runs them again. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly launchType?: string | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyValues[] | undefined;
  /** Without effect here: there is no Fargate. */
  readonly platformVersion?: string | undefined;
  /** Without effect here: all tasks are in the instance's own network. */
  readonly networkConfiguration?: NetworkConfigurationValues | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementConstraints?: readonly PlacementConstraintValues[] | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementStrategy?: readonly PlacementStrategyValues[] | undefined;
  /** Without effect here: `kecs exec` reaches every task. */
  readonly enableExecuteCommand?: boolean | undefined;
  /** Without effect here: tasks have the tags that they are given. */
  readonly enableECSManagedTags?: boolean | undefined;
  /** Without effect here: tasks have the tags that they are given. */
  readonly propagateTags?: string | undefined;
  /** Without effect here: nothing looks for it. */
  readonly referenceId?: string | undefined;
}

/** What a task has otherwise than its definition says, shaped as on AWS. */
export interface TaskOverridesValues {
  /** CPU of the whole task, such as `"256"` or `"0.25 vCPU"`. */
  readonly cpu?: string | undefined;
  /** Memory of the whole task, such as `"512"` or `"0.5 GB"`. */
  readonly memory?: string | undefined;
  readonly containerOverrides?: readonly ContainerOverrideValues[] | undefined;
}

/** An environment variable that a task has otherwise than the task definition says. */
export interface EnvironmentOverrideValues {
  readonly name: string;
  readonly value: string;
}

/** What a container of a task has otherwise than the task definition says. */
export interface ContainerOverrideValues {
  /** Name of a container of the task definition. */
  readonly name: string;
  /** Replaces the command of the task definition. */
  readonly command?: readonly string[] | undefined;
  /** Variables beside those of the task definition; one of the same name replaces it. */
  readonly environment?: readonly EnvironmentOverrideValues[] | undefined;
  /** CPU units. */
  readonly cpu?: number | undefined;
  /** The hard limit in MiB. */
  readonly memory?: number | undefined;
  /** The soft limit in MiB. */
  readonly memoryReservation?: number | undefined;
}

/** The same with the instance that they belong to. */
export type ResolvedEcsTask = EcsTaskValues & { readonly connection: Connection };
