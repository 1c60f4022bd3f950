import type { Request } from "../model";

/** The address that the cluster sees for every client: Kubernetes' bridge, through which all come. */
export const CLUSTER_SEES = "10.42.0.1";

/** What a client is to send. */
export interface ClientUrl {
  readonly protocol: "http" | "https";
  /** Host, and port where it is written. */
  readonly authority: string;
  /** Path and query as they are written; empty where there are none. */
  readonly target: string;
}

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/** The port that a client connects to. */
export function portOf({ protocol, authority }: ClientUrl): number {
  const [, port] = /:(\d+)$/.exec(authority) ?? [];
  return port === undefined ? DEFAULT_PORTS[protocol] : Number(port);
}

/**
 * The request that a client sends for a URL. The path stays as it is written: a parser of URLs
 * would take dots and capitals out of it that a load balancer sees.
 */
export function clientRequest(
  url: ClientUrl,
  method: string,
  headers: Request["headers"],
): Request {
  const isHost = ([name]: readonly [string, string]): boolean => name.toLowerCase() === "host";
  return {
    localPort: portOf(url),
    tls: url.protocol === "https",
    version: "1.1",
    method,
    host: headers.find(isHost)?.[1] ?? hostHeader(url),
    target: requestTarget(url.target),
    headers: headers.filter((line) => !isHost(line)),
    sourceIp: CLUSTER_SEES,
  };
}

/** Clients leave the port out that the protocol has by itself. */
function hostHeader(url: ClientUrl): string {
  const { authority, protocol } = url;
  return portOf(url) === DEFAULT_PORTS[protocol] ? authority.replace(/:\d+$/, "") : authority;
}

/** With a slash in front, and nothing in it that cannot be sent. */
function requestTarget(written: string): string {
  const target = written.startsWith("/") ? written : `/${written}`;
  return target.replace(/[^!-~]+/g, (unsafe) =>
    Buffer.from(unsafe).toString("hex").toUpperCase().replace(/../g, "%$&"),
  );
}
