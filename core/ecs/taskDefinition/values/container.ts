import type { EnvironmentFileValues, EnvironmentVariableValues, SecretValues } from "./environment";
import type { ContainerDependencyValues, ContainerHealthCheckValues } from "./health";
import type { LinuxParametersValues, SystemControlValues, UlimitValues } from "./linux";
import type { FirelensConfigurationValues, LogConfigurationValues } from "./log";
import type { HostEntryValues, PortMappingValues } from "./network";
import type {
  RepositoryCredentialsValues,
  ResourceRequirementValues,
  RestartPolicyValues,
} from "./support";
import type { MountPointValues, VolumeFromValues } from "./volume";

/**
 * A container, as one of `containerDefinitions` on AWS. Any change updates the services that run
 * it.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerValues {
  /** Name of the container: 1 to 255 letters, digits, hyphens and underscores. */
  readonly name: string;
  /** Image of the container. It is pulled if the node does not have it. */
  readonly image: string;
  /**
   * Whether the task ends with this container. One container of a task has to be essential.
   *
   * @default true
   */
  readonly essential?: boolean | undefined;
  /** Replaces the image's ENTRYPOINT. @default the image's */
  readonly entryPoint?: readonly string[] | undefined;
  /** Replaces the image's CMD. @default the image's */
  readonly command?: readonly string[] | undefined;
  /** Working directory of the container. @default the image's */
  readonly workingDirectory?: string | undefined;
  /**
   * User and group of the container: `uid` or `uid:gid`.
   *
   * Locally: numbers only, and `root`.
   *
   * @default the image's
   */
  readonly user?: string | undefined;
  /**
   * Environment variables. A value that Pulumi knows as secret goes into a Kubernetes Secret.
   *
   * @default none
   */
  readonly environment?: readonly EnvironmentVariableValues[] | undefined;
  /** Files with environment variables in S3. Locally: refused. */
  readonly environmentFiles?: readonly EnvironmentFileValues[] | undefined;
  /** Variables whose values are secret; `secretValues` of the task definition has the values. */
  readonly secrets?: readonly SecretValues[] | undefined;
  /** Ports that the container listens on. @default none */
  readonly portMappings?: readonly PortMappingValues[] | undefined;
  /** Health check of the container. @default none */
  readonly healthCheck?: ContainerHealthCheckValues | undefined;
  /** Containers of the task that have to start, or to end, before this one. @default none */
  readonly dependsOn?: readonly ContainerDependencyValues[] | undefined;
  /** CPU units that are reserved for the container, 1024 for one CPU. @default 0 */
  readonly cpu?: number | undefined;
  /** MiB that the container may use before it is killed, 6 or more. @default no limit */
  readonly memory?: number | undefined;
  /** MiB that are reserved for the container, at most `memory`. @default `memory` */
  readonly memoryReservation?: number | undefined;
  /** Where volumes of the task are seen in the container. @default none */
  readonly mountPoints?: readonly MountPointValues[] | undefined;
  /** Containers whose mount points this container also gets. @default none */
  readonly volumesFrom?: readonly VolumeFromValues[] | undefined;
  /** Whether the container can write only to volumes. @default false */
  readonly readonlyRootFilesystem?: boolean | undefined;
  /** Whether the container has root's permissions on its node. @default false */
  readonly privileged?: boolean | undefined;
  /** Capabilities, tmpfs and other settings of the Linux kernel. */
  readonly linuxParameters?: LinuxParametersValues | undefined;
  /** Seconds from SIGTERM to SIGKILL: 0 or more, on FARGATE at most 120. @default 30 */
  readonly stopTimeout?: number | undefined;
  /**
   * Seconds that others wait for this container, on FARGATE 2 to 120.
   *
   * Locally: a container that has to become HEALTHY is restarted after this time, which counts as a
   * failure; a container that has to end keeps running, and counts as failed each time that this
   * much time has passed.
   */
  readonly startTimeout?: number | undefined;
  /** Whether and when the container alone is restarted. Locally: without effect. */
  readonly restartPolicy?: RestartPolicyValues | undefined;
  /** Docker's labels. Locally: annotations of the pod. @default none */
  readonly dockerLabels?: Readonly<Record<string, string>> | undefined;
  /** Limits of the processes. Locally: those of the node. */
  readonly ulimits?: readonly UlimitValues[] | undefined;
  /** Kernel settings. Locally: without effect. */
  readonly systemControls?: readonly SystemControlValues[] | undefined;
  /** Where the output goes. Locally: `kecs logs` shows it. */
  readonly logConfiguration?: LogConfigurationValues | undefined;
  /** Makes the container a log router. Locally: nothing is sent to it. */
  readonly firelensConfiguration?: FirelensConfigurationValues | undefined;
  /** Host name of the container. Locally: the task's. */
  readonly hostname?: string | undefined;
  /** Lines of `/etc/hosts`. Locally: those of all containers of the task. @default none */
  readonly extraHosts?: readonly HostEntryValues[] | undefined;
  /** Containers and the names under which they are reached, `container:alias`. @default none */
  readonly links?: readonly string[] | undefined;
  /** Name servers. Locally: for all containers of the task. @default the instance's */
  readonly dnsServers?: readonly string[] | undefined;
  /** Search domains. Locally: for all containers of the task. @default the instance's */
  readonly dnsSearchDomains?: readonly string[] | undefined;
  /** Whether the container has no network. Locally: refused. @default false */
  readonly disableNetworking?: boolean | undefined;
  /** Whether its standard input stays open. @default false */
  readonly interactive?: boolean | undefined;
  /** Whether it has a terminal. @default false */
  readonly pseudoTerminal?: boolean | undefined;
  /** GPUs and inference accelerators. Locally: refused. */
  readonly resourceRequirements?: readonly ResourceRequirementValues[] | undefined;
  /** Access to a private registry. Locally: without effect. */
  readonly repositoryCredentials?: RepositoryCredentialsValues | undefined;
  /** Credentials of Active Directory. Locally: refused. */
  readonly credentialSpecs?: readonly string[] | undefined;
  /** Labels of SELinux and AppArmor. Locally: without effect. */
  readonly dockerSecurityOptions?: readonly string[] | undefined;
  /** Whether ECS resolves the image's tag once. Locally: without effect. */
  readonly versionConsistency?: string | undefined;
}
