import type { ContainerValues } from "./container";
import type { VolumeValues } from "./volume";

/** A task definition's arguments, resolved. */
export interface TaskDefinitionValues {
  readonly family: string;
  /**
   * The containers of a task, 1 to 10. A change updates the services that run the task.
   *
   * Locally: typed objects; `containerDefinitionsFromJson` makes them from AWS's JSON text.
   */
  readonly containerDefinitions: readonly ContainerValues[];
  /**
   * The values of `secrets`, which are in Secrets Manager or Parameter Store on AWS, by their
   * `valueFrom`. For a Secrets Manager ARN with a JSON key, the JSON text can be given under the
   * ARN without the key. The values go into a Kubernetes Secret, and are treated as secret even if
   * Pulumi does not know them as secret. A change updates the services that run the task.
   *
   * Locally: AWS has no such argument.
   *
   * @default none
   */
  readonly secretValues?: Readonly<Record<string, string>> | undefined;
  /**
   * CPU of the whole task, in units (`"256"`, 1024 for one CPU) or in vCPU (`"0.25 vCPU"`). A
   * change updates the services that run the task.
   *
   * @default no limit
   */
  readonly cpu?: string | undefined;
  /**
   * Memory of the whole task, in MiB (`"512"`) or in GB (`"0.5 GB"`). A change updates the services
   * that run the task.
   *
   * @default no limit
   */
  readonly memory?: string | undefined;
  /** The volumes that `mountPoints` name. @default none */
  readonly volumes?: readonly VolumeValues[] | undefined;
  /**
   * How containers reach the network: `awsvpc`, `bridge`, `host` or `none`.
   *
   * Locally: always as `awsvpc`; each task has an address of its own.
   *
   * @default "awsvpc"
   */
  readonly networkMode?: string | undefined;
  /**
   * `EC2`, `FARGATE`, `EXTERNAL` or `MANAGED_INSTANCES`; with `FARGATE` its rules are checked, such
   * as those about cpu, memory and `networkMode`.
   *
   * @default none
   */
  readonly requiresCompatibilities?: readonly string[] | undefined;
  /** ARN of the role with which ECS prepares a task. Locally: there is no IAM. */
  readonly executionRoleArn?: string | undefined;
  /** ARN of the role that the containers have. Locally: there is no IAM. */
  readonly taskRoleArn?: string | undefined;
  /** Size of a task's own storage. Locally: not limited. */
  readonly ephemeralStorage?: EphemeralStorageValues | undefined;
  /**
   * Which other containers or processes share memory segments with a container: `task`, `none` or
   * `host`.
   *
   * Locally: the containers of a task always share them; `host` is refused.
   */
  readonly ipcMode?: string | undefined;
  /**
   * Whose processes a container sees: `task` or `host`.
   *
   * Locally: `host` is refused.
   *
   * @default each container has its own
   */
  readonly pidMode?: string | undefined;
  /** On which container instances a task may run. Locally: without effect. */
  readonly placementConstraints?: readonly TaskPlacementConstraintValues[] | undefined;
  /** App Mesh. Locally: refused. */
  readonly proxyConfiguration?: ProxyConfigurationValues | undefined;
  /** Operating system and processor. Locally: Linux, on the machine's own processor. */
  readonly runtimePlatform?: RuntimePlatformValues | undefined;
  /** Whether old revisions stay. Locally: there is one revision. @default false */
  readonly skipDestroy?: boolean | undefined;
  /** Whether the newest revision is used. Locally: there is one revision. @default false */
  readonly trackLatest?: boolean | undefined;
  /** Whether faults may be injected. Locally: none are. @default false */
  readonly enableFaultInjection?: boolean | undefined;
  /** Tags; they are kept in the task definition's record. @default none */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Size of a task's storage. */
export interface EphemeralStorageValues {
  /** Size in GiB, 21 to 200. */
  readonly sizeInGib: number;
}

/** A rule about the container instances of a task. */
export interface TaskPlacementConstraintValues {
  /** `memberOf`. */
  readonly type: string;
  /** A rule in ECS's cluster query language. */
  readonly expression?: string | undefined;
}

/** The proxy of App Mesh. */
export interface ProxyConfigurationValues {
  /** `APPMESH`. */
  readonly type?: string | undefined;
  readonly containerName: string;
  readonly properties?: Readonly<Record<string, string>> | undefined;
}

/** Operating system and processor of a task's images. */
export interface RuntimePlatformValues {
  /** `X86_64` or `ARM64`. */
  readonly cpuArchitecture?: string | undefined;
  /** `LINUX`. Locally: Windows is refused. */
  readonly operatingSystemFamily?: string | undefined;
}
