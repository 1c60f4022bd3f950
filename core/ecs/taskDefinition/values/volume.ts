/**
 * A volume of a task; a volume with only a name is an empty folder for each task.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export interface VolumeValues {
  /** Name that `mountPoints` refer to: letters, digits, hyphens and underscores. */
  readonly name: string;
  /**
   * A folder of the container instance.
   *
   * Locally: a folder on your machine, which has to be in the instance's `hostPaths`.
   */
  readonly hostPath?: string | undefined;
  readonly dockerVolumeConfiguration?: DockerVolumeConfigurationValues | undefined;
  readonly efsVolumeConfiguration?: EfsVolumeConfigurationValues | undefined;
  /** FSx for Windows. Locally: refused. */
  readonly fsxWindowsFileServerVolumeConfiguration?: FsxVolumeConfigurationValues | undefined;
  /**
   * Whether the service configures the volume (EBS).
   *
   * Locally: an empty folder for each task.
   */
  readonly configureAtLaunch?: boolean | undefined;
}

/** A Docker volume. */
export interface DockerVolumeConfigurationValues {
  /**
   * `task`, which ends with the task, or `shared`.
   *
   * Locally: every task of the instance that names a shared volume sees it.
   *
   * @default "task"
   */
  readonly scope?: string | undefined;
  /** Whether the volume is created if it is missing. Locally: always. */
  readonly autoprovision?: boolean | undefined;
  /** Locally: without effect. @default "local" */
  readonly driver?: string | undefined;
  /** Locally: without effect. */
  readonly driverOpts?: Readonly<Record<string, string>> | undefined;
  /** Locally: without effect. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/**
 * A folder of an EFS file system.
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

/** Authorization for EFS. */
export interface EfsAuthorizationConfigValues {
  /** Id of an access point. Locally: a separate folder in the file system. */
  readonly accessPointId?: string | undefined;
  /** `ENABLED` or `DISABLED`. Locally: without effect. */
  readonly iam?: string | undefined;
}

/** An FSx for Windows file system. */
export interface FsxVolumeConfigurationValues {
  readonly fileSystemId: string;
  readonly rootDirectory: string;
  readonly authorizationConfig: FsxAuthorizationConfigValues;
}

/** Authorization for FSx. */
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

/** A container whose mount points another container also gets. */
export interface VolumeFromValues {
  readonly sourceContainer: string;
  /** @default false */
  readonly readOnly?: boolean | undefined;
}
