import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../../../core/connection";
import type { ContainerValues } from "../../../core/ecs/taskDefinition/values/container";
import type {
  EnvironmentFileValues,
  EnvironmentVariableValues,
  SecretValues,
} from "../../../core/ecs/taskDefinition/values/environment";
import type {
  ContainerDependencyValues,
  ContainerHealthCheckValues,
} from "../../../core/ecs/taskDefinition/values/health";
import type {
  DeviceValues,
  KernelCapabilitiesValues,
  LinuxParametersValues,
  SystemControlValues,
  TmpfsValues,
  UlimitValues,
} from "../../../core/ecs/taskDefinition/values/linux";
import type {
  FirelensConfigurationValues,
  LogConfigurationValues,
} from "../../../core/ecs/taskDefinition/values/log";
import type {
  HostEntryValues,
  PortMappingValues,
} from "../../../core/ecs/taskDefinition/values/network";
import type {
  RepositoryCredentialsValues,
  ResourceRequirementValues,
  RestartPolicyValues,
} from "../../../core/ecs/taskDefinition/values/support";
import type {
  EphemeralStorageValues,
  ProxyConfigurationValues,
  RuntimePlatformValues,
  TaskDefinitionValues,
  TaskPlacementConstraintValues,
} from "../../../core/ecs/taskDefinition/values/taskDefinition";
import type {
  DockerVolumeConfigurationValues,
  EfsAuthorizationConfigValues,
  EfsVolumeConfigurationValues,
  FsxAuthorizationConfigValues,
  FsxVolumeConfigurationValues,
  MountPointValues,
  VolumeFromValues,
  VolumeValues,
} from "../../../core/ecs/taskDefinition/values/volume";
import type { InputsOf } from "../../inputs/inputsOf";

/**
 * Arguments of a TaskDefinition, shaped like those of `aws.ecs.TaskDefinition`. What each of them
 * does here, field by field, is in docs/ecs.md.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export interface TaskDefinitionArgs extends InputsOf<Omit<TaskDefinitionValues, "family">> {
  /** The instance that the task definition belongs to. A change replaces it. */
  readonly connection: pulumi.Input<Connection>;
  /**
   * Family of the task definition: 1 to 255 letters, digits, hyphens and underscores. A change
   * replaces it.
   *
   * @default the component's name
   */
  readonly family?: pulumi.Input<string | undefined>;
}

/** Size of a task's storage. */
export interface EphemeralStorageArgs extends InputsOf<EphemeralStorageValues> {}

/** A rule about the container instances of a task. */
export interface TaskPlacementConstraintArgs extends InputsOf<TaskPlacementConstraintValues> {}

/** The proxy of App Mesh. */
export interface ProxyConfigurationArgs extends InputsOf<ProxyConfigurationValues> {}

/** Operating system and processor of a task's images. */
export interface RuntimePlatformArgs extends InputsOf<RuntimePlatformValues> {}

/**
 * A container, as one of `containerDefinitions` on AWS. Any change updates the services that run
 * it.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerDefinitionArgs extends InputsOf<ContainerValues> {}

/** An environment variable of a container. */
export interface EnvironmentVariableArgs extends InputsOf<EnvironmentVariableValues> {}

/** A file of environment variables in S3. */
export interface EnvironmentFileArgs extends InputsOf<EnvironmentFileValues> {}

/** An environment variable with a secret value. */
export interface SecretArgs extends InputsOf<SecretValues> {}

/**
 * Health check of a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export interface ContainerHealthCheckArgs extends InputsOf<ContainerHealthCheckValues> {}

/** A container that another one waits for. */
export interface ContainerDependencyArgs extends InputsOf<ContainerDependencyValues> {}

/**
 * Settings of the Linux kernel for a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
 */
export interface LinuxParametersArgs extends InputsOf<LinuxParametersValues> {}

/**
 * Capabilities that are added to Docker's default ones or dropped from them, such as `NET_ADMIN`.
 */
export interface KernelCapabilitiesArgs extends InputsOf<KernelCapabilitiesValues> {}

/** A folder in memory. */
export interface TmpfsArgs extends InputsOf<TmpfsValues> {}

/** A device of the machine. */
export interface DeviceArgs extends InputsOf<DeviceValues> {}

/** A limit of processes. */
export interface UlimitArgs extends InputsOf<UlimitValues> {}

/** A setting of the kernel. */
export interface SystemControlArgs extends InputsOf<SystemControlValues> {}

/** Where the output of a container goes. */
export interface LogConfigurationArgs extends InputsOf<LogConfigurationValues> {}

/** What makes a container a log router. */
export interface FirelensConfigurationArgs extends InputsOf<FirelensConfigurationValues> {}

/**
 * A port of a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export interface PortMappingArgs extends InputsOf<PortMappingValues> {}

/** A line of `/etc/hosts`. */
export interface HostEntryArgs extends InputsOf<HostEntryValues> {}

/** A GPU or an inference accelerator. */
export interface ResourceRequirementArgs extends InputsOf<ResourceRequirementValues> {}

/** Access to a private registry. */
export interface RepositoryCredentialsArgs extends InputsOf<RepositoryCredentialsValues> {}

/** Whether and when a container is restarted while its task keeps running. */
export interface RestartPolicyArgs extends InputsOf<RestartPolicyValues> {}

/**
 * A volume of a task; a volume with only a name is an empty folder for each task.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export interface VolumeArgs extends InputsOf<VolumeValues> {}

/** A Docker volume. */
export interface DockerVolumeConfigurationArgs extends InputsOf<DockerVolumeConfigurationValues> {}

/**
 * A folder of an EFS file system.
 *
 * Locally: a folder of the instance; every task that names the same one sees its files.
 */
export interface EfsVolumeConfigurationArgs extends InputsOf<EfsVolumeConfigurationValues> {}

/** Authorization for EFS. */
export interface EfsAuthorizationConfigArgs extends InputsOf<EfsAuthorizationConfigValues> {}

/** An FSx for Windows file system. */
export interface FsxVolumeConfigurationArgs extends InputsOf<FsxVolumeConfigurationValues> {}

/** Authorization for FSx. */
export interface FsxAuthorizationConfigArgs extends InputsOf<FsxAuthorizationConfigValues> {}

/** Where a container sees a volume of its task. */
export interface MountPointArgs extends InputsOf<MountPointValues> {}

/** A container whose mount points another container also gets. */
export interface VolumeFromArgs extends InputsOf<VolumeFromValues> {}
