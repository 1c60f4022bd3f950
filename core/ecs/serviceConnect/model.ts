/** What Service Connect makes of a service. */
export interface ConnectModel {
  /** Id of the namespace whose names the tasks know. */
  readonly namespaceId: string;
  /** Under what others reach the tasks; none of a service that only reaches others. */
  readonly aliases: readonly ConnectAlias[];
}

/** A name and a port that lead to a port of a service's tasks. */
export interface ConnectAlias {
  readonly dnsName: string;
  readonly port: number;
  /** Name of the port mapping. */
  readonly portName: string;
  readonly containerPort: number;
}

/** A namespace that services name. */
export interface ConnectNamespace {
  readonly id: string;
  readonly name: string;
}
