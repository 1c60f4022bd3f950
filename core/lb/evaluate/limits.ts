import type { Request } from "../model";
import { valuesOf } from "../request/header";

/** Why a request is too large for a load balancer. */
export interface LimitRefusal {
  readonly status: 400 | 414 | 463;
  readonly reason: string;
}

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const REQUEST_LINE_BYTES = 16 * 1024;
const HEADER_BYTES = 16 * 1024;
const HEADERS_BYTES = 64 * 1024;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html */
const FORWARDED_FOR = 30;

/** Which of AWS's limits for the size of a request is exceeded; undefined where none is. */
export function limitRefusalOf(request: Request): LimitRefusal | undefined {
  const line = bytes(`${request.method} ${request.target} HTTP/1.1`);
  if (line > REQUEST_LINE_BYTES) return { status: 414, reason: "the request line is over 16 KiB" };
  const lengths = request.headers.map(([name, value]) => bytes(`${name}: ${value}`));
  if (lengths.some((length) => length > HEADER_BYTES)) {
    return { status: 400, reason: "a header is over 16 KiB" };
  }
  if (lengths.reduce((sum, length) => sum + length, 0) > HEADERS_BYTES) {
    return { status: 400, reason: "the headers are over 64 KiB" };
  }
  const forwarded = valuesOf(request.headers, "X-Forwarded-For").join(",").split(",");
  return forwarded.length > FORWARDED_FOR
    ? { status: 463, reason: "X-Forwarded-For has more than 30 addresses" }
    : undefined;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "latin1");
}
