import type { Listener, Redirect } from "../model";

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

/**
 * Where a redirect leads. Its port is a listener's port as AWS knows it, so the Location has the
 * local one of that listener; in path and query `#{port}` stays AWS's.
 */
export function locationOf(
  action: Redirect,
  { protocol, port, portMap }: Pick<Listener, "protocol" | "port" | "portMap">,
  request: RedirectedRequest,
): string {
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
  const asked = filled(action.port);
  const local = String(portMap[asked] ?? asked);
  const query = filled(action.query);
  const location = [
    `${scheme}://${filled(action.host)}`,
    local === DEFAULT_PORTS[scheme] ? "" : `:${local}`,
    filled(action.path),
    query === "" ? "" : `?${query}`,
  ].join("");
  // What would end the header, or is no part of a URL.
  return location.replace(/[^!-~]+/g, (unsafe) =>
    Buffer.from(unsafe).toString("hex").toUpperCase().replace(/../g, "%$&"),
  );
}
