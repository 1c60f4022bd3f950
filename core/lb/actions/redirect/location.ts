import { awsHost, localHost } from "../../../hosts";
import type { Listener, Redirect } from "../../model";
import { comparedHost, fitsHost } from "../../request/host";

/** What of a request may be repeated in a Location. */
export interface RedirectedRequest {
  /** The host as it was sent, without its port. */
  readonly host: string;
  /** With its leading slash, escaped. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: "80", https: "443" };

/** What a redirect depends on of its listener. */
export type RedirectingListener = Pick<
  Listener,
  "protocol" | "port" | "portMap" | "hosts" | "neighbours"
>;

/**
 * Where a redirect leads. Its port is a listener's port as AWS knows it. A Location that leads back
 * into the instance has the local one of that listener; any other has AWS's, which an Application
 * Load Balancer always prints. In path and query `#{port}` stays AWS's.
 */
export function locationOf(
  action: Redirect,
  listener: RedirectingListener,
  request: RedirectedRequest,
): string {
  const { protocol, port, portMap } = listener;
  const values: Readonly<Record<string, string>> = {
    protocol,
    host: request.host,
    port: String(port),
    path: request.path.replace(/^\//, ""),
    query: request.query,
  };
  const filled = (text: string): string =>
    text.replace(/#\{(protocol|host|port|path|query)\}/g, (whole, name: string) => {
      return values[name] ?? whole;
    });

  const scheme = filled(action.protocol).toLowerCase();
  const host = filled(action.host);
  const asked = filled(action.port);
  const local = String(portMap[asked] ?? asked);
  const localPort = local === DEFAULT_PORTS[scheme] ? "" : `:${local}`;
  const query = filled(action.query);
  const location = [
    `${scheme}://${host}`,
    isHere(host, request.host, listener) ? localPort : `:${asked}`,
    filled(action.path),
    query === "" ? "" : `?${query}`,
  ].join("");
  // What would end the header, or is no part of a URL.
  return location.replace(/[^!-~]+/g, (unsafe) =>
    Buffer.from(unsafe).toString("hex").toUpperCase().replace(/../g, "%$&"),
  );
}

/** Whether a host is one of the instance's own: that of the request always is. */
export function isHere(name: string, requested: string, listener: RedirectingListener): boolean {
  const host = comparedHost(name);
  if (host === comparedHost(requested) || isLoopback(host)) return true;
  const [label = ""] = host.split(".");
  if ([localHost(label), awsHost(label)].includes(host)) return true;
  const known = [...listener.hosts, ...(listener.neighbours ?? [])];
  return known.some((pattern) => fitsHost(pattern, host));
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
