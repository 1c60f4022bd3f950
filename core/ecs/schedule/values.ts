import type { Connection } from "../../connection";
import type {
  CapacityProviderStrategyValues,
  NetworkConfigurationValues,
  PlacementConstraintValues,
  PlacementStrategyValues,
} from "../service/values/awsOnly";

/** The arguments of a schedule, resolved. */
export interface ScheduleValues {
  /**
   * Name of the schedule: 1 to 64 letters, digits, hyphens, underscores and dots. A change replaces it.
   *
   * @default the component's name
   */
  readonly name: string;
  /**
   * Name of the schedule's group, in which its name is the only one. A change replaces the schedule.
   *
   * Locally: there are no groups beside their name.
   *
   * @default "default"
   */
  readonly groupName?: string | undefined;
  /** What the schedule is for. A change updates it. */
  readonly description?: string | undefined;
  /**
   * When the tasks start: `rate(5 minutes)`, or `cron(0 12 * * ? *)` with minutes, hours, day of month,
   * month, day of week and year. A change updates the schedule; tasks that run go on.
   *
   * Locally: a rate goes by the clock, such as rate(15 minutes) at 0, 15, 30 and 45 minutes past the
   * hour in UTC. One that does not fill the hour, the day or the week, `L`, `W` and `#`, a year, and
   * `at(…)` are refused (KECS1013); what AWS does not take is KECS1039.
   * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
   */
  readonly scheduleExpression: string;
  /**
   * Time zone of a cron expression by its IANA name, such as `"Europe/Berlin"`. A change updates the
   * schedule.
   *
   * @default "UTC"
   */
  readonly scheduleExpressionTimezone?: string | undefined;
  /**
   * `"ENABLED"`, or `"DISABLED"` for a schedule that starts nothing. A change updates it; tasks that run
   * go on.
   *
   * @default "ENABLED"
   */
  readonly state?: string | undefined;
  /**
   * How far behind its time a run may start.
   *
   * Locally: each run starts at its time, which is within every window.
   *
   * @default { mode: "OFF" }
   */
  readonly flexibleTimeWindow?: FlexibleTimeWindowValues | undefined;
  /** What the schedule starts. A change holds from the next run on. */
  readonly target: ScheduleTargetValues;
  /** Without effect here: a schedule that a CronJob keeps has no end. */
  readonly actionAfterCompletion?: string | undefined;
  /** Without effect here: nothing is encrypted. */
  readonly kmsKeyArn?: string | undefined;
}

/** How far behind its time a run may start. */
export interface FlexibleTimeWindowValues {
  /** `"OFF"` or `"FLEXIBLE"`. */
  readonly mode: string;
  /** Minutes, 1 to 1440, of a window that is `"FLEXIBLE"`. */
  readonly maximumWindowInMinutes?: number | undefined;
}

/** What a schedule starts: tasks of a cluster. */
export interface ScheduleTargetValues {
  /** ARN of the cluster that the tasks run in, `cluster.arn`. */
  readonly arn: string;
  readonly ecsParameters: EcsParametersValues;
  /**
   * What the tasks have otherwise than their definition says, as the JSON of ECS's TaskOverride, such
   * as `pulumi.jsonStringify({ containerOverrides: [{ name: "web", command: ["report"] }] })`; at most
   * 8192 characters. A secret is refused (KECS1013): everybody who sees a task sees its overrides.
   * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html
   *
   * @default none
   */
  readonly input?: string | undefined;
  /**
   * What becomes of a run that could not start at its time.
   *
   * @default a run that is 60 seconds late is left out
   */
  readonly retryPolicy?: ScheduleRetryPolicyValues | undefined;
  /** Without effect here: there is no IAM. */
  readonly roleArn?: string | undefined;
  /** Without effect here: `kecs ps` shows what failed. */
  readonly deadLetterConfig?: DeadLetterConfigValues | undefined;
}

/** What becomes of a run that could not start at its time. */
export interface ScheduleRetryPolicyValues {
  /**
   * Seconds, 60 to 86400, for which a run may still start: after an instance was stopped, it starts the
   * last run that it missed in this time.
   *
   * Locally: 60 by default, which is 86400 on AWS, so an instance that is started in the morning does
   * not begin with the work of the night.
   *
   * @default 60
   */
  readonly maximumEventAgeInSeconds?: number | undefined;
  /** Without effect here: Kubernetes tries to start a task until it can. */
  readonly maximumRetryAttempts?: number | undefined;
}

export interface DeadLetterConfigValues {
  readonly arn: string;
}

/** The tasks that a schedule starts. */
export interface EcsParametersValues {
  /** ARN of the task definition, `task.arn`, of the same program. */
  readonly taskDefinitionArn: string;
  /**
   * Number of tasks of each run, 1 to 10.
   *
   * @default 1
   */
  readonly taskCount?: number | undefined;
  /** Group of the tasks, which `aws ecs describe-tasks` shows. */
  readonly group?: string | undefined;
  /** Tags of the tasks, which `aws ecs describe-tasks` shows. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly launchType?: string | undefined;
  /** Without effect here: tasks run on the instance's nodes. */
  readonly capacityProviderStrategies?: readonly CapacityProviderStrategyValues[] | undefined;
  /** Without effect here: there is no Fargate. */
  readonly platformVersion?: string | undefined;
  /** Without effect here: all tasks are in the instance's own network. */
  readonly networkConfiguration?: NetworkConfigurationValues | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementConstraints?: readonly PlacementConstraintValues[] | undefined;
  /** Without effect here: Kubernetes places the tasks. */
  readonly placementStrategies?: readonly PlacementStrategyValues[] | undefined;
  /** Without effect here: `kecs exec` reaches every task. */
  readonly enableExecuteCommand?: boolean | undefined;
  /** Without effect here: tasks have the tags that they are given. */
  readonly enableEcsManagedTags?: boolean | undefined;
  /** Without effect here: tasks have the tags that they are given. */
  readonly propagateTags?: string | undefined;
  /** Without effect here: nothing looks for it. */
  readonly referenceId?: string | undefined;
}

/** The same with the instance that it belongs to. */
export type ResolvedSchedule = ScheduleValues & { readonly connection: Connection };
