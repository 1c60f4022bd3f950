/**
 * Settings of the Linux kernel for a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
 */
export interface LinuxParametersValues {
  readonly capabilities?: KernelCapabilitiesValues | undefined;
  /** Whether an init process runs in the container. Locally: without effect. @default false */
  readonly initProcessEnabled?: boolean | undefined;
  /** Folders in memory. @default none */
  readonly tmpfs?: readonly TmpfsValues[] | undefined;
  /** Size of /dev/shm in MiB. @default the node's */
  readonly sharedMemorySize?: number | undefined;
  /** Devices of the machine. Locally: refused. */
  readonly devices?: readonly DeviceValues[] | undefined;
  /** MiB of swap. Locally: without effect. */
  readonly maxSwap?: number | undefined;
  /** How readily the container swaps, 0 to 100. Locally: without effect. */
  readonly swappiness?: number | undefined;
}

/**
 * Capabilities that are added to Docker's default ones or dropped from them, such as `NET_ADMIN`.
 */
export interface KernelCapabilitiesValues {
  readonly add?: readonly string[] | undefined;
  readonly drop?: readonly string[] | undefined;
}

/** A folder in memory. */
export interface TmpfsValues {
  readonly containerPath: string;
  /** Its size in MiB. */
  readonly size: number;
  /** Options of mount. Locally: without effect. */
  readonly mountOptions?: readonly string[] | undefined;
}

/** A device of the machine. */
export interface DeviceValues {
  readonly hostPath: string;
  readonly containerPath?: string | undefined;
  /** `read`, `write` and `mknod`. */
  readonly permissions?: readonly string[] | undefined;
}

/** A limit of processes. */
export interface UlimitValues {
  readonly name: string;
  readonly softLimit: number;
  readonly hardLimit: number;
}

/** A setting of the kernel. */
export interface SystemControlValues {
  readonly namespace?: string | undefined;
  readonly value?: string | undefined;
}
