import type * as pulumi from "@pulumi/pulumi";

/* Parts of a service that AWS knows and that have nothing to stand for here. */

export interface DeploymentControllerArgs {
  readonly type?: pulumi.Input<string | undefined>;
}

export interface DeploymentConfigurationArgs {
  readonly strategy?: pulumi.Input<string | undefined>;
}

export interface NetworkConfigurationArgs {
  readonly subnets?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  readonly securityGroups?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  readonly assignPublicIp?: pulumi.Input<boolean | undefined>;
}

export interface CapacityProviderStrategyArgs {
  readonly capacityProvider: pulumi.Input<string>;
  readonly base?: pulumi.Input<number | undefined>;
  readonly weight?: pulumi.Input<number | undefined>;
}

export interface PlacementStrategyArgs {
  readonly type: pulumi.Input<string>;
  readonly field?: pulumi.Input<string | undefined>;
}

export interface PlacementConstraintArgs {
  readonly type: pulumi.Input<string>;
  readonly expression?: pulumi.Input<string | undefined>;
}

export interface AlarmsArgs {
  readonly enable: pulumi.Input<boolean>;
  readonly rollback: pulumi.Input<boolean>;
  readonly alarmNames: pulumi.Input<pulumi.Input<string>[]>;
}

export interface VolumeConfigurationArgs {
  readonly name: pulumi.Input<string>;
}
