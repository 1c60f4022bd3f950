/**
 * A task definition as plain data: parsed, with every default filled in, and free of secret values.
 * The arguments become it (taskDefinition/model.ts), and pods are made of it (task/podTemplate.ts).
 */
export interface TaskModel {
  readonly arn: string;
  readonly family: string;
  readonly revision: number;
  /** In the order of the definition; at least one is essential. */
  readonly containers: readonly ContainerModel[];
  readonly volumes: readonly VolumeModel[];
  /** What the whole task may use, in ECS's units: 1024 are one CPU. */
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  /** The Kubernetes Secret that holds the values of `secrets`; absent where there are none. */
  readonly secretName?: string;
  readonly sharedProcesses: boolean;
}

export interface ContainerModel {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  /** As on ECS and in Docker: takes the place of the image's ENTRYPOINT. */
  readonly entryPoint?: readonly string[];
  /** Takes the place of the image's CMD. */
  readonly command?: readonly string[];
  readonly environment: readonly EnvironmentVariable[];
  /** Variables whose values lie in the task's Secret, by their key there. */
  readonly secrets: readonly { readonly name: string; readonly key: string }[];
  readonly ports: readonly PortModel[];
  readonly healthCheck?: ContainerHealthCheck;
  readonly dependsOn: readonly Dependency[];
  /** Share of the CPU, 1024 for one; 0 for none that was asked for. */
  readonly cpuUnits: number;
  /** The hard limit. */
  readonly memoryMiB?: number;
  /** The soft limit. */
  readonly memoryReservationMiB?: number;
  readonly mounts: readonly MountModel[];
  readonly tmpfs: readonly { readonly path: string; readonly sizeMiB: number }[];
  readonly sharedMemoryMiB?: number;
  readonly user?: { readonly uid: number; readonly gid?: number };
  readonly workingDirectory?: string;
  readonly readonlyRootFilesystem: boolean;
  readonly privileged: boolean;
  readonly capabilities: { readonly add: readonly string[]; readonly drop: readonly string[] };
  /** Seconds from SIGTERM to SIGKILL. */
  readonly stopTimeout?: number;
  /** Seconds that others wait for it to be healthy, before it is started again. */
  readonly startTimeout?: number;
  readonly dockerLabels: Readonly<Record<string, string>>;
  readonly extraHosts: readonly { readonly hostname: string; readonly ipAddress: string }[];
  readonly dnsServers: readonly string[];
  readonly dnsSearchDomains: readonly string[];
  /** Where its output would go on ECS. */
  readonly log?: LogModel;
  /** Present on the log router of the task. */
  readonly router?: RouterModel;
  readonly interactive: boolean;
  readonly pseudoTerminal: boolean;
}

export interface LogModel {
  readonly driver: string;
  readonly options: Readonly<Record<string, string>>;
  /** Options with secret values, and the router's variables that hold them. */
  readonly secretOptions?: readonly { readonly name: string; readonly variable: string }[];
}

/** A container that gets the output of others: FireLens. */
export interface RouterModel {
  readonly type: "fluentbit" | "fluentd";
  /** Whether records tell the cluster, the task and its definition. */
  readonly addsMetadata: boolean;
  /** A file of its image with more configuration. */
  readonly configFile?: string;
  /** The memory that its buffers get half of. */
  readonly memoryMiB?: number;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
}

export interface PortModel {
  readonly containerPort: number;
  /** Port of the container instance, which is a local port where the instance's range has it. */
  readonly hostPort?: number;
  readonly protocol: "tcp" | "udp";
  /** The name by which Service Connect knows the port. */
  readonly name?: string;
  readonly appProtocol?: "http" | "http2" | "grpc";
}

export interface ContainerHealthCheck {
  /** What to run in the container, without `CMD` or `CMD-SHELL` in front. */
  readonly command: readonly string[];
  /** All in seconds. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly retries: number;
}

export interface Dependency {
  readonly containerName: string;
  readonly condition: "START" | "HEALTHY" | "COMPLETE" | "SUCCESS";
}

export interface MountModel {
  /** Name of a volume of the task. */
  readonly volume: string;
  readonly path: string;
  readonly readOnly: boolean;
}

/** Where the content of a volume lies. */
export type VolumeModel = EphemeralVolume | HostVolume | SharedVolume;

/** An empty folder of each task. */
export interface EphemeralVolume {
  readonly kind: "ephemeral";
  readonly name: string;
}

/** A folder of the developer's machine, which the instance has to be given (`hostPaths`). */
export interface HostVolume {
  readonly kind: "host";
  readonly name: string;
  readonly path: string;
}

/**
 * A folder of the instance that every task with the same `share` sees, for as long as the instance
 * lives: what an EFS file system or a shared Docker volume is here.
 */
export interface SharedVolume {
  readonly kind: "shared";
  readonly name: string;
  /** The file system's id and folder, or the name of the Docker volume. */
  readonly share: string;
}
