import type * as pulumi from "@pulumi/pulumi";

/** The service of Cloud Map that tasks are registered with, shaped as on AWS. */
export interface ServiceRegistriesArgs {
  /** ARN of the service of Cloud Map. */
  readonly registryArn: pulumi.Input<string>;
  /** Port of the registered addresses, 1 to 65535, for records that hold one. */
  readonly port?: pulumi.Input<number | undefined>;
  /** Container whose port is registered. */
  readonly containerName?: pulumi.Input<string | undefined>;
  /** Port of that container, one of its port mappings. */
  readonly containerPort?: pulumi.Input<number | undefined>;
}

/** Service Connect of a service, shaped as on AWS. */
export interface ServiceConnectConfigurationArgs {
  readonly enabled: pulumi.Input<boolean>;
  /** ARN or name of the namespace. */
  readonly namespace?: pulumi.Input<string | undefined>;
  /** The ports by which others reach this service; without them it only reaches others. */
  readonly services?: pulumi.Input<pulumi.Input<ServiceConnectServiceArgs>[] | undefined>;
}

export interface ServiceConnectServiceArgs {
  /** Name of a port mapping of the task definition. */
  readonly portName: pulumi.Input<string>;
  /**
   * Name in Cloud Map.
   *
   * @default `portName`
   */
  readonly discoveryName?: pulumi.Input<string | undefined>;
  /** The names and ports that clients use. */
  readonly clientAlias?: pulumi.Input<pulumi.Input<ServiceConnectClientAliasArgs>[] | undefined>;
}

export interface ServiceConnectClientAliasArgs {
  readonly dnsName?: pulumi.Input<string | undefined>;
  readonly port: pulumi.Input<number>;
}
