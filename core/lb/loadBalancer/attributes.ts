import type { Attributes } from "../model";
import type { AlbValues } from "./values";

/** AWS closes a connection on which nothing came for so long by default. */
export const DEFAULT_IDLE_TIMEOUT = 60;

/**
 * The attributes of a load balancer with AWS's defaults filled in. The values have passed
 * `validateAlb`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
export function attributesOf(values: Partial<AlbValues>): Attributes {
  return {
    idleTimeout: values.idleTimeout ?? DEFAULT_IDLE_TIMEOUT,
    http2: values.enableHttp2 ?? true,
    dropInvalidHeaderFields: values.dropInvalidHeaderFields ?? false,
    xffHeaderProcessingMode: xffMode(values.xffHeaderProcessingMode),
    xffClientPort: values.enableXffClientPort ?? false,
    tlsHeaders: values.enableTlsVersionAndCipherSuiteHeaders ?? false,
    hostHeader: values.hostHeader === "aws" ? "aws" : "local",
    simulateSourceIp: values.simulateSourceIp ?? false,
  };
}

function xffMode(mode: string | undefined): Attributes["xffHeaderProcessingMode"] {
  return mode === "preserve" || mode === "remove" ? mode : "append";
}
