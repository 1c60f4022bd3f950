import type { Unwrap } from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "./args";
import type { ContainerDefinitionArgs } from "./containerArgs";
import type { SecretArgs } from "./environmentArgs";
import type { VolumeArgs } from "./volumeArgs";

/** A task definition's arguments, resolved; `family` has its default. */
export type TaskDefinitionValues = Omit<Unwrap<TaskDefinitionArgs>, "connection" | "family"> & {
  readonly family: string;
};

export type ContainerValues = Unwrap<ContainerDefinitionArgs>;
export type SecretValues = Unwrap<SecretArgs>;
export type VolumeValues = Unwrap<VolumeArgs>;
