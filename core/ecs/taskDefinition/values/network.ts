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
   * Locally: a TCP port in the instance's range (`portRangeStart` to `portRangeEnd`) is a port of this
   * machine that leads to the tasks of a service. No other one is used.
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
