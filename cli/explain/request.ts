import { clientRequest, portOf, type ClientUrl } from "../../core/lb/explain/clientRequest";
import type { Request } from "../../core/lb/model";
import { KecsError, problem } from "../../core/validate";

/** A request as the command line describes it. */
export interface Described {
  readonly url: string;
  readonly method?: string;
  /** Lines such as `X-Env: prod`. */
  readonly headers?: readonly string[];
}

/**
 * The request that a command line describes.
 *
 * @throws KecsError KECS4001 where it describes none
 */
export function describedRequest({ url, method = "GET", headers = [] }: Described): Request {
  return clientRequest(clientUrl(url), method, headers.map(headerLine));
}

function clientUrl(url: string): ClientUrl {
  const [, scheme, authority, target = ""] = /^(https?):\/\/([^/?#]+)([^#]*)/i.exec(url) ?? [];
  if (scheme === undefined || authority === undefined || authority.includes("@")) {
    throw wrong("<url>", `"${url}" is not a URL of a listener`, "write it as kecs urls prints it");
  }
  const protocol = scheme.toLowerCase() === "https" ? "https" : "http";
  const parsed: ClientUrl = { protocol, authority, target };
  const port = portOf(parsed);
  if (port < 1 || port > 65_535) throw wrong("<url>", `"${port}" is not a port`);
  return parsed;
}

function headerLine(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  if (colon > 0) return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  throw wrong("--header", `"${line}" is not a header`, "write it as 'X-Env: prod'");
}

function wrong(path: string, message: string, hint?: string): KecsError {
  return new KecsError([problem("KECS4001", path, message, hint)]);
}
