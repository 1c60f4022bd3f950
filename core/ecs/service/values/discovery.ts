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
