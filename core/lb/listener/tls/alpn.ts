const HTTP1 = "http/1.1";
const HTTP2 = "h2";

/**
 * What each ALPN policy offers, the preferred first. With `None` nothing is negotiated, and a
 * client without ALPN speaks HTTP/1.1.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-tls-listener.html
 */
const POLICIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["HTTP1Only", [HTTP1]],
  ["HTTP2Only", [HTTP2]],
  ["HTTP2Optional", [HTTP1, HTTP2]],
  ["HTTP2Preferred", [HTTP2, HTTP1]],
  ["None", [HTTP1]],
]);

/** Every ALPN policy that a listener can name. */
export const ALPN_POLICIES: readonly string[] = [...POLICIES.keys()];

/**
 * The protocols that a listener offers in ALPN (RFC 7301); undefined for the usual ones. Without
 * HTTP/2 in its load balancer a listener has none either.
 */
export function protocolsOf(policy: string | undefined, http2: boolean): string[] | undefined {
  const offered = POLICIES.get(policy ?? "");
  if (!http2) return [HTTP1];
  return offered === undefined ? undefined : [...offered];
}
