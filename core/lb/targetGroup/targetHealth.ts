import {
  HEALTHY_THRESHOLD,
  HTTP_MATCHER,
  LOCAL_INTERVAL_SECONDS,
  TIMEOUT_SECONDS,
  UNHEALTHY_THRESHOLD,
} from "./healthDefaults";
import { healthProbe, type Checked } from "./healthProbe";
import type { TargetGroupValues } from "./values";

/** On a target group's Service: how the plugin in Traefik is to check its targets. */
export const HEALTH_CHECK_ANNOTATION = "kecs.dev/health-check";

/** The check of a target group as the plugin reads it; durations in seconds. */
export interface TargetHealthCheck {
  readonly by: "http" | "connect" | "nothing";
  readonly scheme: "http" | "https";
  readonly path: string;
  /** 0 for the port that receives the requests. */
  readonly port: number;
  readonly matcher: string;
  readonly http2: boolean;
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** Whether all tasks get requests while none is healthy; processes are never unhealthy. */
  readonly failsOpen: boolean;
}

export function targetHealthCheck(
  group: Checked & Pick<TargetGroupValues, "targets">,
): TargetHealthCheck {
  const { healthCheck: check = {}, protocolVersion, targets = [] } = group;
  const { by } = healthProbe(group);
  const isTls = check.protocol === "HTTPS";
  const port = check.port ?? "traffic-port";
  return {
    // A task of another stack has no probe of Kubernetes' for this target group.
    by: by === "grpc" ? "connect" : by,
    scheme: isTls ? "https" : "http",
    path: check.path ?? "/",
    port: port === "traffic-port" ? 0 : Number(port),
    matcher: check.matcher ?? HTTP_MATCHER,
    http2: isTls && protocolVersion === "HTTP2",
    interval: check.interval ?? LOCAL_INTERVAL_SECONDS,
    timeout: check.timeout ?? TIMEOUT_SECONDS,
    healthyThreshold: check.healthyThreshold ?? HEALTHY_THRESHOLD,
    unhealthyThreshold: check.unhealthyThreshold ?? UNHEALTHY_THRESHOLD,
    failsOpen: targets.length === 0,
  };
}
