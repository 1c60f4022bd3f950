/**
 * A volume of a task; one that says nothing but its name is an empty folder of each task.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export interface VolumeValues {
  /** Name by which `mountPoints` know it: letters, digits, hyphens and underscores. */
  readonly name: string;
  /**
   * A folder of the container instance.
   *
   * Locally: of your machine; the instance needs it in its `hostPaths`.
   */
  readonly hostPath?: string | undefined;
  readonly dockerVolumeConfiguration?: DockerVolumeConfigurationValues | undefined;
  readonly efsVolumeConfiguration?: EfsVolumeConfigurationValues | undefined;
  /** FSx for Windows. Locally: refused. */
  readonly fsxWindowsFileServerVolumeConfiguration?: FsxVolumeConfigurationValues | undefined;
  /**
   * Whether the service says what the volume is (EBS).
   *
   * Locally: an empty folder of each task.
   */
  readonly configureAtLaunch?: boolean | undefined;
}

/** A volume of Docker. */
export interface DockerVolumeConfigurationValues {
  /**
   * `task`, which ends with the task, or `shared`.
   *
   * Locally: a shared one is seen by every task of the instance that names it.
   *
   * @default "task"
   */
  readonly scope?: string | undefined;
  /** Whether it is made where it is missing. Locally: always. */
  readonly autoprovision?: boolean | undefined;
  /** Locally: without effect. @default "local" */
  readonly driver?: string | undefined;
  /** Locally: without effect. */
  readonly driverOpts?: Readonly<Record<string, string>> | undefined;
  /** Locally: without effect. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/**
 * A folder of a file system of EFS.
 *
 * Locally: a folder of the instance; every task that names the same one sees its files.
 */
export interface EfsVolumeConfigurationValues {
  readonly fileSystemId: string;
  /** @default "/" */
  readonly rootDirectory?: string | undefined;
  /** `ENABLED` or `DISABLED`. Locally: without effect. */
  readonly transitEncryption?: string | undefined;
  /** Locally: without effect. */
  readonly transitEncryptionPort?: number | undefined;
  readonly authorizationConfig?: EfsAuthorizationConfigValues | undefined;
}

/** How EFS is entered. */
export interface EfsAuthorizationConfigValues {
  /** Id of an access point. Locally: a folder of its own in the file system. */
  readonly accessPointId?: string | undefined;
  /** `ENABLED` or `DISABLED`. Locally: without effect. */
  readonly iam?: string | undefined;
}

/** A file system of FSx for Windows. */
export interface FsxVolumeConfigurationValues {
  readonly fileSystemId: string;
  readonly rootDirectory: string;
  readonly authorizationConfig: FsxAuthorizationConfigValues;
}

/** How FSx is entered. */
export interface FsxAuthorizationConfigValues {
  readonly credentialsParameter: string;
  readonly domain: string;
}

/** Where a container sees a volume of its task. */
export interface MountPointValues {
  /** Name of the volume. */
  readonly sourceVolume: string;
  /** Folder of the container. */
  readonly containerPath: string;
  /** @default false */
  readonly readOnly?: boolean | undefined;
}

/** A container whose mount points another one has too. */
export interface VolumeFromValues {
  readonly sourceContainer: string;
  /** @default false */
  readonly readOnly?: boolean | undefined;
}
