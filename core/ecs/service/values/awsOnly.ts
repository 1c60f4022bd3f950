export interface DeploymentControllerValues {
  readonly type?: string | undefined;
}

export interface DeploymentConfigurationValues {
  readonly strategy?: string | undefined;
}

export interface NetworkConfigurationValues {
  readonly subnets?: readonly string[] | undefined;
  readonly securityGroups?: readonly string[] | undefined;
  readonly assignPublicIp?: boolean | undefined;
}

export interface CapacityProviderStrategyValues {
  readonly capacityProvider: string;
  readonly base?: number | undefined;
  readonly weight?: number | undefined;
}

export interface PlacementStrategyValues {
  readonly type: string;
  readonly field?: string | undefined;
}

export interface PlacementConstraintValues {
  readonly type: string;
  readonly expression?: string | undefined;
}

export interface AlarmsValues {
  readonly enable: boolean;
  readonly rollback: boolean;
  readonly alarmNames: readonly string[];
}

export interface VolumeConfigurationValues {
  readonly name: string;
}
