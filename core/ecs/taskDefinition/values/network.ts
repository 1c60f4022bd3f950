/**
 * A port of a container.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export interface PortMappingValues {
  /** The port that the container listens on, 1 to 65535. */
  readonly containerPort?: number | undefined;
  /** Instead of `containerPort`, a range of ports, such as `"8000-8010"`. */
  readonly containerPortRange?: string | undefined;
  /**
   * Port of the container instance.
   *
   * Locally: no port of the machine is used; load balancers and other tasks reach the container
   * port.
   */
  readonly hostPort?: number | undefined;
  /** `tcp` or `udp`. @default "tcp" */
  readonly protocol?: string | undefined;
  /** Name by which services find the port: lower-case letters, digits, hyphens, underscores. */
  readonly name?: string | undefined;
  /** Protocol on the port, `http`, `http2` or `grpc`; needs a `name`. */
  readonly appProtocol?: string | undefined;
}

/** A line of `/etc/hosts`. */
export interface HostEntryValues {
  readonly hostname: string;
  readonly ipAddress: string;
}
