import type * as pulumi from "@pulumi/pulumi";
import type { EnvironmentFileArgs, EnvironmentVariableArgs, SecretArgs } from "./environmentArgs";
import type { ContainerDependencyArgs, ContainerHealthCheckArgs } from "./healthArgs";
import type { LinuxParametersArgs, SystemControlArgs, UlimitArgs } from "./linuxArgs";
import type { FirelensConfigurationArgs, LogConfigurationArgs } from "./logArgs";
import type { HostEntryArgs, PortMappingArgs } from "./networkArgs";
import type {
  RepositoryCredentialsArgs,
  ResourceRequirementArgs,
  RestartPolicyArgs,
} from "./supportArgs";
import type { MountPointArgs, VolumeFromArgs } from "./volumeArgs";

/**
 * A container, as one of `containerDefinitions` on AWS. Any change rolls the services that run it.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerDefinitionArgs {
  /** Name of the container: 1 to 255 letters, digits, hyphens and underscores. */
  readonly name: pulumi.Input<string>;
  /** Image of the container. It is pulled where the node does not have it. */
  readonly image: pulumi.Input<string>;
  /**
   * Whether the task ends with this container. One container of a task has to be essential.
   *
   * @default true
   */
  readonly essential?: pulumi.Input<boolean | undefined>;
  /** What runs, in the place of the image's ENTRYPOINT. @default the image's */
  readonly entryPoint?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Its arguments, in the place of the image's CMD. @default the image's */
  readonly command?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Folder in which it runs. @default the image's */
  readonly workingDirectory?: pulumi.Input<string | undefined>;
  /**
   * Whom it runs as: `uid` or `uid:gid`.
   *
   * Locally: numbers only, and `root`.
   *
   * @default the image's
   */
  readonly user?: pulumi.Input<string | undefined>;
  /**
   * Environment variables. A value that Pulumi knows as secret goes into a Kubernetes Secret.
   *
   * @default none
   */
  readonly environment?: pulumi.Input<pulumi.Input<EnvironmentVariableArgs>[] | undefined>;
  /** Files of variables in S3. Locally: refused. */
  readonly environmentFiles?: pulumi.Input<pulumi.Input<EnvironmentFileArgs>[] | undefined>;
  /** Variables whose values are secret; `secretValues` of the task definition has them. */
  readonly secrets?: pulumi.Input<pulumi.Input<SecretArgs>[] | undefined>;
  /** Ports that the container listens on. @default none */
  readonly portMappings?: pulumi.Input<pulumi.Input<PortMappingArgs>[] | undefined>;
  /** How the container shows that it is healthy. @default not at all */
  readonly healthCheck?: pulumi.Input<ContainerHealthCheckArgs | undefined>;
  /** Containers of the task that have to start, or to end, before this one. @default none */
  readonly dependsOn?: pulumi.Input<pulumi.Input<ContainerDependencyArgs>[] | undefined>;
  /** CPU units that are kept for the container, 1024 for one CPU. @default 0 */
  readonly cpu?: pulumi.Input<number | undefined>;
  /** MiB that the container may use before it is killed, 6 or more. @default no limit */
  readonly memory?: pulumi.Input<number | undefined>;
  /** MiB that are kept for the container, at most `memory`. @default `memory` */
  readonly memoryReservation?: pulumi.Input<number | undefined>;
  /** Where volumes of the task are seen in the container. @default none */
  readonly mountPoints?: pulumi.Input<pulumi.Input<MountPointArgs>[] | undefined>;
  /** Containers whose mount points this one has too. @default none */
  readonly volumesFrom?: pulumi.Input<pulumi.Input<VolumeFromArgs>[] | undefined>;
  /** Whether nothing can be written outside of volumes. @default false */
  readonly readonlyRootFilesystem?: pulumi.Input<boolean | undefined>;
  /** Whether the container may do to its node what root may. @default false */
  readonly privileged?: pulumi.Input<boolean | undefined>;
  /** Capabilities, tmpfs and other matters of the Linux kernel. */
  readonly linuxParameters?: pulumi.Input<LinuxParametersArgs | undefined>;
  /** Seconds from SIGTERM to SIGKILL: 0 or more, on FARGATE at most 120. @default 30 */
  readonly stopTimeout?: pulumi.Input<number | undefined>;
  /**
   * Seconds that others wait for this container, on FARGATE 2 to 120.
   *
   * Locally: one that they wait for as HEALTHY is started again then, which counts as a failure; one
   * whose end they wait for runs on, and each time that it lasts so long counts as a failure.
   */
  readonly startTimeout?: pulumi.Input<number | undefined>;
  /** Whether and how the container is started again by itself. Locally: without effect. */
  readonly restartPolicy?: pulumi.Input<RestartPolicyArgs | undefined>;
  /** Docker's labels. Locally: annotations of the pod. @default none */
  readonly dockerLabels?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  /** Limits of the processes. Locally: those of the node. */
  readonly ulimits?: pulumi.Input<pulumi.Input<UlimitArgs>[] | undefined>;
  /** Kernel settings. Locally: without effect. */
  readonly systemControls?: pulumi.Input<pulumi.Input<SystemControlArgs>[] | undefined>;
  /** Where the output goes. Locally: `kecs logs` shows it. */
  readonly logConfiguration?: pulumi.Input<LogConfigurationArgs | undefined>;
  /** Makes the container a router of logs. Locally: nothing is sent to it. */
  readonly firelensConfiguration?: pulumi.Input<FirelensConfigurationArgs | undefined>;
  /** Name of the container's machine. Locally: the task's. */
  readonly hostname?: pulumi.Input<string | undefined>;
  /** Lines of `/etc/hosts`. Locally: those of all containers of the task. @default none */
  readonly extraHosts?: pulumi.Input<pulumi.Input<HostEntryArgs>[] | undefined>;
  /** Containers by which names they are reached, `container:alias`. @default none */
  readonly links?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Name servers. Locally: for all containers of the task. @default the instance's */
  readonly dnsServers?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Search domains. Locally: for all containers of the task. @default the instance's */
  readonly dnsSearchDomains?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Whether the container has no network. Locally: refused. @default false */
  readonly disableNetworking?: pulumi.Input<boolean | undefined>;
  /** Whether its standard input stays open. @default false */
  readonly interactive?: pulumi.Input<boolean | undefined>;
  /** Whether it has a terminal. @default false */
  readonly pseudoTerminal?: pulumi.Input<boolean | undefined>;
  /** GPUs and inference accelerators. Locally: refused. */
  readonly resourceRequirements?: pulumi.Input<pulumi.Input<ResourceRequirementArgs>[] | undefined>;
  /** Access to a private registry. Locally: without effect. */
  readonly repositoryCredentials?: pulumi.Input<RepositoryCredentialsArgs | undefined>;
  /** Credentials of Active Directory. Locally: refused. */
  readonly credentialSpecs?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Labels of SELinux and AppArmor. Locally: without effect. */
  readonly dockerSecurityOptions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /** Whether ECS resolves the image's tag once. Locally: without effect. */
  readonly versionConsistency?: pulumi.Input<string | undefined>;
}
