import { GRPC_CODES, overlaps, parseMatcher } from "./matcher";
import type { TargetGroupValues } from "./values";

/** What decides how the tasks of a target group are checked. */
export type Checked = Pick<TargetGroupValues, "protocolVersion" | "healthCheck">;

/**
 * Who checks a task, and what is then done otherwise than on AWS: `http` the plugin in Traefik,
 * exactly as AWS; `grpc` and `connect` Kubernetes, where the plugin cannot speak the protocol.
 * `connect` stands for checks that nobody can make here: one would call a task unhealthy for ever
 * that AWS calls healthy.
 */
export interface HealthProbe {
  readonly by: "http" | "grpc" | "connect" | "nothing";
  /** Whose fault a difference to what was asked for is; absent where there is none. */
  readonly difference?: { readonly field: "path" | "matcher"; readonly message: string };
}

const HEALTH_SERVICE = "/grpc.health.v1.Health/Check";
const GRPC_OK = { first: 0, last: 0 };
const CONNECTS = "a task is healthy here while it accepts connections";

export function healthProbe({ protocolVersion, healthCheck: check = {} }: Checked): HealthProbe {
  if (check.enabled === false) return { by: "nothing" };
  if (protocolVersion === "GRPC") return grpcProbe(check);
  if (protocolVersion === "HTTP2" && check.protocol !== "HTTPS") {
    const message = `${CONNECTS}: KECS cannot check over HTTP/2 without TLS`;
    return { by: "connect", ...asked(check, message) };
  }
  return { by: "http" };
}

/** Kubernetes asks the health service of gRPC, without TLS, and wants the status 0. */
function grpcProbe(check: NonNullable<Checked["healthCheck"]>): HealthProbe {
  const codes = parseMatcher(check.matcher ?? "12", GRPC_CODES) ?? [];
  if (check.path === HEALTH_SERVICE && check.protocol !== "HTTPS" && overlaps(codes, GRPC_OK)) {
    return { by: "grpc" };
  }
  const message = `${CONNECTS}: Kubernetes checks gRPC only without TLS at ${HEALTH_SERVICE} for the code 0`;
  return { by: "connect", ...asked(check, message) };
}

function asked(
  { path, matcher }: NonNullable<Checked["healthCheck"]>,
  message: string,
): Pick<HealthProbe, "difference"> {
  if (path !== undefined) return { difference: { field: "path", message } };
  return matcher === undefined ? {} : { difference: { field: "matcher", message } };
}
