import type * as pulumi from "@pulumi/pulumi";

/* Parts of a service that AWS knows and that have nothing to stand for here. */

export interface DeploymentControllerArgs {
  readonly type?: pulumi.Input<string>;
}

export interface DeploymentConfigurationArgs {
  readonly strategy?: pulumi.Input<string>;
}

export interface NetworkConfigurationArgs {
  readonly subnets?: pulumi.Input<pulumi.Input<string>[]>;
  readonly securityGroups?: pulumi.Input<pulumi.Input<string>[]>;
  readonly assignPublicIp?: pulumi.Input<boolean>;
}

export interface CapacityProviderStrategyArgs {
  readonly capacityProvider: pulumi.Input<string>;
  readonly base?: pulumi.Input<number>;
  readonly weight?: pulumi.Input<number>;
}

export interface PlacementStrategyArgs {
  readonly type: pulumi.Input<string>;
  readonly field?: pulumi.Input<string>;
}

export interface PlacementConstraintArgs {
  readonly type: pulumi.Input<string>;
  readonly expression?: pulumi.Input<string>;
}

export interface AlarmsArgs {
  readonly enable: pulumi.Input<boolean>;
  readonly rollback: pulumi.Input<boolean>;
  readonly alarmNames: pulumi.Input<pulumi.Input<string>[]>;
}

export interface VolumeConfigurationArgs {
  readonly name: pulumi.Input<string>;
}
