import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/outputs/contract";
import type { ContainerDefinitionArgs } from "./containerArgs";
import type { VolumeArgs } from "./volumeArgs";

/**
 * Arguments of a TaskDefinition, shaped like those of `aws.ecs.TaskDefinition`. What each of them
 * does here, field by field, is in docs/ecs.md.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export interface TaskDefinitionArgs {
  /** The instance that the task definition belongs to. A change replaces it. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Family of the task definition: 1 to 255 letters, digits, hyphens and underscores. A change
   * replaces it.
   *
   * @default the component's name
   */
  readonly family?: pulumi.Input<string | undefined>;
  /**
   * The containers of a task, 1 to 10. A change rolls the services that run the task.
   *
   * Locally: typed objects; `containerDefinitionsFromJson` makes them of the JSON text of AWS.
   */
  readonly containerDefinitions: pulumi.Input<pulumi.Input<ContainerDefinitionArgs>[]>;
  /**
   * The values of what `secrets` take from Secrets Manager or Parameter Store on AWS, by their
   * `valueFrom`. Of a Secrets Manager ARN with a JSON key, the ARN without it will do: its value is
   * then the JSON text. They go into a Kubernetes Secret, and count as secret even where Pulumi
   * does not know them as such. A change rolls the services that run the task.
   *
   * Locally: AWS has no such argument.
   *
   * @default none
   */
  readonly secretValues?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  /**
   * CPU of the whole task, in units (`"256"`, 1024 for one CPU) or in vCPU (`"0.25 vCPU"`). A
   * change rolls the services that run the task.
   *
   * @default no limit
   */
  readonly cpu?: pulumi.Input<string | undefined>;
  /**
   * Memory of the whole task, in MiB (`"512"`) or in GB (`"0.5 GB"`). A change rolls the services
   * that run the task.
   *
   * @default no limit
   */
  readonly memory?: pulumi.Input<string | undefined>;
  /** The volumes that `mountPoints` name. @default none */
  readonly volumes?: pulumi.Input<pulumi.Input<VolumeArgs>[] | undefined>;
  /**
   * How containers reach the network: `awsvpc`, `bridge`, `host` or `none`.
   *
   * Locally: always as `awsvpc`; each task has an address of its own.
   *
   * @default "awsvpc"
   */
  readonly networkMode?: pulumi.Input<string | undefined>;
  /**
   * `EC2`, `FARGATE`, `EXTERNAL` or `MANAGED_INSTANCES`; with `FARGATE` its rules are checked, such
   * as those about cpu, memory and `networkMode`.
   *
   * @default none
   */
  readonly requiresCompatibilities?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** ARN of the role by which ECS prepares a task. Locally: there is no IAM. */
  readonly executionRoleArn?: pulumi.Input<string | undefined>;
  /** ARN of the role that the containers have. Locally: there is no IAM. */
  readonly taskRoleArn?: pulumi.Input<string | undefined>;
  /** Size of a task's own storage. Locally: not limited. */
  readonly ephemeralStorage?: pulumi.Input<EphemeralStorageArgs | undefined>;
  /**
   * With whom containers share memory segments: `task`, `none` or `host`.
   *
   * Locally: the containers of a task always share them; `host` is refused.
   */
  readonly ipcMode?: pulumi.Input<string | undefined>;
  /**
   * With whom containers share processes: `task` or `host`.
   *
   * Locally: `host` is refused.
   *
   * @default each container has its own
   */
  readonly pidMode?: pulumi.Input<string | undefined>;
  /** On which container instances a task may run. Locally: without effect. */
  readonly placementConstraints?: pulumi.Input<
    pulumi.Input<TaskPlacementConstraintArgs>[] | undefined
  >;
  /** App Mesh. Locally: refused. */
  readonly proxyConfiguration?: pulumi.Input<ProxyConfigurationArgs | undefined>;
  /** Operating system and processor. Locally: Linux, on the machine's own processor. */
  readonly runtimePlatform?: pulumi.Input<RuntimePlatformArgs | undefined>;
  /** Whether old revisions stay. Locally: there is one revision. @default false */
  readonly skipDestroy?: pulumi.Input<boolean | undefined>;
  /** Whether newer revisions are followed. Locally: there is one revision. @default false */
  readonly trackLatest?: pulumi.Input<boolean | undefined>;
  /** Whether faults may be injected. Locally: none are. @default false */
  readonly enableFaultInjection?: pulumi.Input<boolean | undefined>;
  /** Tags; they are kept in the task definition's record. @default none */
  readonly tags?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/** How much a task may store. */
export interface EphemeralStorageArgs {
  /** Size in GiB, 21 to 200. */
  readonly sizeInGib: pulumi.Input<number>;
}

/** A rule about the container instances of a task. */
export interface TaskPlacementConstraintArgs {
  /** `memberOf`. */
  readonly type: pulumi.Input<string>;
  /** A rule in ECS's cluster query language. */
  readonly expression?: pulumi.Input<string | undefined>;
}

/** The proxy of App Mesh. */
export interface ProxyConfigurationArgs {
  /** `APPMESH`. */
  readonly type?: pulumi.Input<string | undefined>;
  readonly containerName: pulumi.Input<string>;
  readonly properties?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/** What a task's images are made for. */
export interface RuntimePlatformArgs {
  /** `X86_64` or `ARM64`. */
  readonly cpuArchitecture?: pulumi.Input<string | undefined>;
  /** `LINUX`. Locally: Windows is refused. */
  readonly operatingSystemFamily?: pulumi.Input<string | undefined>;
}
