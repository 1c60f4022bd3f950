/** A target group's arguments, resolved. */
export interface TargetGroupValues {
  readonly name: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly protocolVersion?: string;
  readonly targetType?: string;
  readonly healthCheck?: HealthCheckValues;
  readonly stickiness?: StickinessValues;
  readonly loadBalancingAlgorithmType?: string;
  readonly slowStart?: number;
  readonly deregistrationDelay?: number;
  readonly loadBalancingAnomalyMitigation?: string;
  readonly loadBalancingCrossZoneEnabled?: string;
  readonly vpcId?: string;
  readonly ipAddressType?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly targets?: readonly string[];
}

export interface HealthCheckValues {
  readonly enabled?: boolean;
  readonly path?: string;
  readonly port?: string | number;
  readonly protocol?: string;
  readonly matcher?: string;
  readonly interval?: number;
  readonly timeout?: number;
  readonly healthyThreshold?: number;
  readonly unhealthyThreshold?: number;
}

export interface StickinessValues {
  readonly type: string;
  readonly enabled?: boolean;
  readonly cookieDuration?: number;
  readonly cookieName?: string;
}
