import type * as pulumi from "@pulumi/pulumi";

/**
 * What a container may do, and has, of the Linux kernel.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
 */
export interface LinuxParametersArgs {
  readonly capabilities?: pulumi.Input<KernelCapabilitiesArgs | undefined>;
  /** Whether an init process runs in the container. Locally: without effect. @default false */
  readonly initProcessEnabled?: pulumi.Input<boolean | undefined>;
  /** Folders in memory. @default none */
  readonly tmpfs?: pulumi.Input<pulumi.Input<TmpfsArgs>[] | undefined>;
  /** Size of /dev/shm in MiB. @default the node's */
  readonly sharedMemorySize?: pulumi.Input<number | undefined>;
  /** Devices of the machine. Locally: refused. */
  readonly devices?: pulumi.Input<pulumi.Input<DeviceArgs>[] | undefined>;
  /** MiB of swap. Locally: without effect. */
  readonly maxSwap?: pulumi.Input<number | undefined>;
  /** How readily is swapped, 0 to 100. Locally: without effect. */
  readonly swappiness?: pulumi.Input<number | undefined>;
}

/** Capabilities beyond Docker's default ones, or less of them, such as `NET_ADMIN`. */
export interface KernelCapabilitiesArgs {
  readonly add?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  readonly drop?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** A folder in memory. */
export interface TmpfsArgs {
  readonly containerPath: pulumi.Input<string>;
  /** Its size in MiB. */
  readonly size: pulumi.Input<number>;
  /** Options of mount. Locally: without effect. */
  readonly mountOptions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** A device of the machine. */
export interface DeviceArgs {
  readonly hostPath: pulumi.Input<string>;
  readonly containerPath?: pulumi.Input<string | undefined>;
  /** `read`, `write` and `mknod`. */
  readonly permissions?: pulumi.Input<pulumi.Input<string>[] | undefined>;
}

/** A limit of processes. */
export interface UlimitArgs {
  readonly name: pulumi.Input<string>;
  readonly softLimit: pulumi.Input<number>;
  readonly hardLimit: pulumi.Input<number>;
}

/** A setting of the kernel. */
export interface SystemControlArgs {
  readonly namespace?: pulumi.Input<string | undefined>;
  readonly value?: pulumi.Input<string | undefined>;
}
