import { KecsError, problem } from "../../core/validate";
import type { Request } from "../../core/lb/model";

/** The address that the cluster sees for every client: Kubernetes' bridge, through which all come. */
export const CLUSTER_SEES = "10.42.0.1";

/** A request as the command line describes it. */
export interface Described {
  readonly url: string;
  readonly method?: string;
  /** Lines such as `X-Env: prod`. */
  readonly headers?: readonly string[];
}

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/**
 * The request that a client sends for a URL. The path stays as it is written: a parser of URLs
 * would take dots and capitals out of it that a load balancer sees.
 */
export function describedRequest({ url, method = "GET", headers = [] }: Described): Request {
  const [, scheme, authority, target] = /^(https?):\/\/([^/?#]+)([^#]*)/i.exec(url) ?? [];
  if (scheme === undefined || authority === undefined || authority.includes("@")) {
    throw wrong("<url>", `"${url}" is not a URL of a listener`, "write it as kecs urls prints it");
  }
  const protocol = scheme.toLowerCase() === "https" ? "https" : "http";
  const port = portOf(authority) ?? DEFAULT_PORTS[protocol];
  if (port < 1 || port > 65_535) throw wrong("<url>", `"${port}" is not a port`);
  const lines = headers.map(headerLine);
  const isHost = ([name]: readonly [string, string]): boolean => name.toLowerCase() === "host";
  return {
    localPort: port,
    tls: protocol === "https",
    version: "1.1",
    method,
    host: lines.find(isHost)?.[1] ?? hostHeader(authority, port, protocol),
    target: targetOf(target ?? ""),
    headers: lines.filter((line) => !isHost(line)),
    sourceIp: CLUSTER_SEES,
  };
}

function portOf(authority: string): number | undefined {
  const [, port] = /:(\d+)$/.exec(authority) ?? [];
  return port === undefined ? undefined : Number(port);
}

/** Clients leave the port out that the scheme has by itself. */
function hostHeader(authority: string, port: number, protocol: "http" | "https"): string {
  return port === DEFAULT_PORTS[protocol] ? authority.replace(/:\d+$/, "") : authority;
}

/** With a slash in front, and nothing in it that cannot be sent. */
function targetOf(written: string): string {
  const target = written.startsWith("/") ? written : `/${written}`;
  return target.replace(/[^!-~]+/g, (unsafe) =>
    Buffer.from(unsafe).toString("hex").toUpperCase().replace(/../g, "%$&"),
  );
}

function headerLine(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  if (colon > 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  throw wrong("--header", `"${line}" is not a header`, "write it as 'X-Env: prod'");
}

function wrong(path: string, message: string, hint?: string): KecsError {
  return new KecsError([problem("KECS4001", path, message, hint)]);
}
