/** Service Connect of a service, shaped as on AWS. */
export interface ServiceConnectConfigurationValues {
  /** Whether the tasks know the names of the namespace. A change replaces the tasks. */
  readonly enabled: boolean;
  /**
   * ARN or name of the namespace. A change replaces the tasks.
   *
   * @default the namespace in the cluster's `serviceConnectDefaults`
   */
  readonly namespace?: string | undefined;
  /**
   * The ports under which other services reach this one. A change updates in place.
   *
   * @default none: the service only reaches others
   */
  readonly services?: readonly ServiceConnectServiceValues[] | undefined;
}

export interface ServiceConnectServiceValues {
  /** Name of a port mapping of the task definition. */
  readonly portName: string;
  /**
   * Name in the namespace: up to 64 lowercase letters, digits, underscores and inner hyphens.
   *
   * @default `portName`
   */
  readonly discoveryName?: string | undefined;
  /** The name and port that clients use: exactly one. */
  readonly clientAlias?: readonly ServiceConnectClientAliasValues[] | undefined;
}

export interface ServiceConnectClientAliasValues {
  /**
   * Name that clients use, such as `orders` or `orders.myapp`.
   *
   * @default `discoveryName` and the name of the namespace with a dot between
   */
  readonly dnsName?: string | undefined;
  /** Port that clients use, 1 to 65535. */
  readonly port: number;
}
