/** The service of Cloud Map that tasks are registered with, shaped as on AWS. */
export interface ServiceRegistriesValues {
  /** ARN of the service of Cloud Map. */
  readonly registryArn: string;
  /** Port of the registered addresses, 1 to 65535, for records that contain a port. */
  readonly port?: number | undefined;
  /** Container whose port is registered. */
  readonly containerName?: string | undefined;
  /** Port of that container, one of its port mappings. */
  readonly containerPort?: number | undefined;
}

/** Service Connect of a service, shaped as on AWS. */
export interface ServiceConnectConfigurationValues {
  readonly enabled: boolean;
  /** ARN or name of the namespace. */
  readonly namespace?: string | undefined;
  /** The ports under which other services reach this one; without them it only reaches others. */
  readonly services?: readonly ServiceConnectServiceValues[] | undefined;
}

export interface ServiceConnectServiceValues {
  /** Name of a port mapping of the task definition. */
  readonly portName: string;
  /**
   * Name in Cloud Map.
   *
   * @default `portName`
   */
  readonly discoveryName?: string | undefined;
  /** The names and ports that clients use. */
  readonly clientAlias?: readonly ServiceConnectClientAliasValues[] | undefined;
}

export interface ServiceConnectClientAliasValues {
  readonly dnsName?: string | undefined;
  readonly port: number;
}
