import type * as pulumi from "@pulumi/pulumi";

/**
 * A volume of a task; one that says nothing but its name is an empty folder of each task.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export interface VolumeArgs {
  /** Name by which `mountPoints` know it: letters, digits, hyphens and underscores. */
  readonly name: pulumi.Input<string>;
  /**
   * A folder of the container instance.
   *
   * Locally: of your machine; the instance needs it in its `hostPaths`.
   */
  readonly hostPath?: pulumi.Input<string | undefined>;
  readonly dockerVolumeConfiguration?: pulumi.Input<DockerVolumeConfigurationArgs | undefined>;
  readonly efsVolumeConfiguration?: pulumi.Input<EfsVolumeConfigurationArgs | undefined>;
  /** FSx for Windows. Locally: refused. */
  readonly fsxWindowsFileServerVolumeConfiguration?: pulumi.Input<
    FsxVolumeConfigurationArgs | undefined
  >;
  /**
   * Whether the service says what the volume is (EBS).
   *
   * Locally: an empty folder of each task.
   */
  readonly configureAtLaunch?: pulumi.Input<boolean | undefined>;
}

/** A volume of Docker. */
export interface DockerVolumeConfigurationArgs {
  /**
   * `task`, which ends with the task, or `shared`.
   *
   * Locally: a shared one is seen by every task of the instance that names it.
   *
   * @default "task"
   */
  readonly scope?: pulumi.Input<string | undefined>;
  /** Whether it is made where it is missing. Locally: always. */
  readonly autoprovision?: pulumi.Input<boolean | undefined>;
  /** Locally: without effect. @default "local" */
  readonly driver?: pulumi.Input<string | undefined>;
  /** Locally: without effect. */
  readonly driverOpts?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
  /** Locally: without effect. */
  readonly labels?: pulumi.Input<Record<string, pulumi.Input<string>> | undefined>;
}

/**
 * A folder of a file system of EFS.
 *
 * Locally: a folder of the instance; every task that names the same one sees its files.
 */
export interface EfsVolumeConfigurationArgs {
  readonly fileSystemId: pulumi.Input<string>;
  /** @default "/" */
  readonly rootDirectory?: pulumi.Input<string | undefined>;
  /** `ENABLED` or `DISABLED`. Locally: without effect. */
  readonly transitEncryption?: pulumi.Input<string | undefined>;
  /** Locally: without effect. */
  readonly transitEncryptionPort?: pulumi.Input<number | undefined>;
  readonly authorizationConfig?: pulumi.Input<EfsAuthorizationConfigArgs | undefined>;
}

/** How EFS is entered. */
export interface EfsAuthorizationConfigArgs {
  /** Id of an access point. Locally: a folder of its own in the file system. */
  readonly accessPointId?: pulumi.Input<string | undefined>;
  /** `ENABLED` or `DISABLED`. Locally: without effect. */
  readonly iam?: pulumi.Input<string | undefined>;
}

/** A file system of FSx for Windows. */
export interface FsxVolumeConfigurationArgs {
  readonly fileSystemId: pulumi.Input<string>;
  readonly rootDirectory: pulumi.Input<string>;
  readonly authorizationConfig: pulumi.Input<FsxAuthorizationConfigArgs>;
}

/** How FSx is entered. */
export interface FsxAuthorizationConfigArgs {
  readonly credentialsParameter: pulumi.Input<string>;
  readonly domain: pulumi.Input<string>;
}

/** Where a container sees a volume of its task. */
export interface MountPointArgs {
  /** Name of the volume. */
  readonly sourceVolume: pulumi.Input<string>;
  /** Folder of the container. */
  readonly containerPath: pulumi.Input<string>;
  /** @default false */
  readonly readOnly?: pulumi.Input<boolean | undefined>;
}

/** A container whose mount points another one has too. */
export interface VolumeFromArgs {
  readonly sourceContainer: pulumi.Input<string>;
  /** @default false */
  readonly readOnly?: pulumi.Input<boolean | undefined>;
}
