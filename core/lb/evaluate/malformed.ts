import type { Request } from "../model";
import { valuesOf } from "../request/header";
import { isMalformedPath, readTarget } from "../request/path";

/** Why a request is refused before any load balancer looks at it. */
export interface Refusal {
  readonly status: 400 | 501;
  readonly reason: string;
}

/** The characters of a method and of a header's name. RFC 9110, 5.6.2. */
const TOKEN = /^[-!#$%&'*+.^_`|~0-9A-Za-z]+$/;
/** A path, a URL, or the asterisk of OPTIONS. RFC 9112, 3.2. */
const TARGET = /^(\/|https?:\/\/|\*$)/i;
const HOST = /^[-!$%&'()*+,.:;=@[\]_~0-9A-Za-z]*$/;

/** What of HTTP's own rules a request breaks; undefined where it breaks none. */
export function refusalOf(request: Request): Refusal | undefined {
  const { method, host, target, version, headers } = request;
  const reasons = [
    TOKEN.test(method) ? "" : `"${method}" is no method`,
    version === "1.1" && host === undefined ? "HTTP/1.1 needs a Host header" : "",
    HOST.test(host ?? "") ? "" : `"${host ?? ""}" is no host`,
    TARGET.test(target) ? "" : `"${target}" is no path`,
    isMalformedPath(readTarget(target).path) ? "a % in the path begins no escape" : "",
    ...headers.map(([name]) => (TOKEN.test(name) ? "" : `"${name}" is no header name`)),
    wrongLength(valuesOf(headers, "Content-Length")),
  ];
  const reason = reasons.find((each) => each !== "");
  if (reason !== undefined) return { status: 400, reason };
  const codings = version === "1.1" ? valuesOf(headers, "Transfer-Encoding") : [];
  if (codings.length < 2 && codings.every((coding) => coding.toLowerCase() === "chunked")) {
    return undefined;
  }
  return { status: 501, reason: `the Transfer-Encoding "${codings.join(", ")}" is not known` };
}

function wrongLength(lengths: readonly string[]): string {
  const different = [...new Set(lengths)];
  if (different.length > 1) return "two Content-Length headers differ";
  return different.every((length) => /^\d+$/.test(length)) ? "" : "Content-Length is no number";
}
