import { covers, GRPC_CODES, HTTP_CODES, overlaps, parseMatcher } from "./matcher";
import type { TargetGroupValues } from "./values";

/** What decides how the tasks of a target group are checked. */
export type Checked = Pick<TargetGroupValues, "protocolVersion" | "healthCheck">;

/**
 * How Kubernetes checks a task, and what it then does otherwise than AWS. `connect` stands for
 * checks that it cannot make: it would call a task unhealthy for ever that AWS calls healthy.
 */
export interface HealthProbe {
  readonly by: "http" | "grpc" | "connect" | "nothing";
  /** Whose fault a difference to what was asked for is; absent where there is none. */
  readonly difference?: { readonly field: "path" | "matcher"; readonly message: string };
}

const HEALTH_SERVICE = "/grpc.health.v1.Health/Check";
/** https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/ */
const KUBERNETES_HEALTHY = { first: 200, last: 399 };
const BEYOND_KUBERNETES = { first: 400, last: HTTP_CODES.last };
const GRPC_OK = { first: 0, last: 0 };
const CONNECTS = "a task is healthy here while it accepts connections";

export function healthProbe({ protocolVersion, healthCheck: check = {} }: Checked): HealthProbe {
  if (check.enabled === false) return { by: "nothing" };
  if (protocolVersion === "GRPC") return grpcProbe(check);
  if (protocolVersion === "HTTP2" && check.protocol !== "HTTPS") {
    const message = `${CONNECTS}: Kubernetes speaks HTTP/2 to a check by HTTPS alone`;
    return { by: "connect", ...asked(check, message) };
  }
  const codes = parseMatcher(check.matcher ?? "", HTTP_CODES);
  if (codes === undefined) return { by: "http" };
  if (overlaps(codes, BEYOND_KUBERNETES)) {
    const message = `${CONNECTS}: Kubernetes takes no status above 399 as healthy`;
    return { by: "connect", difference: { field: "matcher", message } };
  }
  if (covers(codes, KUBERNETES_HEALTHY)) return { by: "http" };
  const message = "a task is healthy here with any status from 200 to 399";
  return { by: "http", difference: { field: "matcher", message } };
}

/** Kubernetes asks the health service of gRPC, without TLS, and wants the status 0. */
function grpcProbe(check: NonNullable<Checked["healthCheck"]>): HealthProbe {
  const codes = parseMatcher(check.matcher ?? "12", GRPC_CODES) ?? [];
  if (check.path === HEALTH_SERVICE && check.protocol !== "HTTPS" && overlaps(codes, GRPC_OK)) {
    return { by: "grpc" };
  }
  const message = `${CONNECTS}: Kubernetes checks gRPC by HTTP at ${HEALTH_SERVICE} for the code 0 alone`;
  return { by: "connect", ...asked(check, message) };
}

function asked(
  { path, matcher }: NonNullable<Checked["healthCheck"]>,
  message: string,
): Pick<HealthProbe, "difference"> {
  if (path !== undefined) return { difference: { field: "path", message } };
  return matcher === undefined ? {} : { difference: { field: "matcher", message } };
}
