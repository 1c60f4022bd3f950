import type { Unwrap } from "@pulumi/pulumi";
import type { TaskDefinitionArgs } from "../../../components/ecs/taskDefinition/args";
import type { ContainerDefinitionArgs } from "../../../components/ecs/taskDefinition/containerArgs";
import type { SecretArgs } from "../../../components/ecs/taskDefinition/environmentArgs";
import type { VolumeArgs } from "../../../components/ecs/taskDefinition/volumeArgs";

/** A task definition's arguments, resolved; `family` has its default. */
export type TaskDefinitionValues = Omit<Unwrap<TaskDefinitionArgs>, "connection" | "family"> & {
  readonly family: string;
};

export type ContainerValues = Unwrap<ContainerDefinitionArgs>;
export type SecretValues = Unwrap<SecretArgs>;
export type VolumeValues = Unwrap<VolumeArgs>;
