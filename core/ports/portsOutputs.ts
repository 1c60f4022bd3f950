/** Which local port leads to which NodePort, on one screen. */
export interface PortsOutputs {
  readonly bindAddress: string;
  readonly http: PortPair;
  readonly https: PortPair;
  /** Absent where the instance has no custom range. */
  readonly range?: {
    readonly start: number;
    readonly end: number;
    /** NodePort of the first local port; the others follow, but for those in `moved`. */
    readonly nodePort: number;
    /** Local ports whose NodePort does not follow, since it belongs to HTTP. */
    readonly moved: readonly PortPair[];
  };
}

export interface PortPair {
  readonly localPort: number;
  readonly nodePort: number;
}
