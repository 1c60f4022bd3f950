import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { comparedHost } from "../../core/lb/request/host";
import type { ReceivedResponse } from "../../core/lb/explain/differences";
import type { Request } from "../../core/lb/model";

const TIMEOUT_MS = 10_000;

/** Sends a request to its local port, whoever signed the certificate there. */
export function send(request: Request): Promise<ReceivedResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = request.tls
      ? httpsRequest({ ...options(request), rejectUnauthorized: false, servername: sni(request) })
      : httpRequest(options(request));
    outgoing.on("response", (response) => {
      collect(response).then(resolve, reject);
    });
    outgoing.on("timeout", () => {
      outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

function options({ localPort, method, target, host = "", headers }: Request) {
  return {
    host: "127.0.0.1",
    port: localPort,
    method,
    path: target,
    headers: { ...grouped(headers), host, connection: "close" },
    agent: false,
    timeout: TIMEOUT_MS,
  };
}

/** One entry for all lines of a name, however each is written. */
function grouped(headers: Request["headers"]): Record<string, readonly string[]> {
  const groups = new Map<string, [name: string, values: string[]]>();
  for (const [name, value] of headers) {
    const group = groups.get(name.toLowerCase());
    if (group === undefined) groups.set(name.toLowerCase(), [name, [value]]);
    else group[1].push(value);
  }
  return Object.fromEntries(groups.values());
}

/** The server name of TLS, which cannot be an address. */
function sni({ host = "" }: Request): string {
  const name = comparedHost(host);
  return isIP(name.replace(/^\[|\]$/g, "")) === 0 ? name : "";
}

function collect(response: IncomingMessage): Promise<ReceivedResponse> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () => {
      const headers = Object.entries(response.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
      ]);
      resolve({
        status: response.statusCode ?? 0,
        headers: Object.fromEntries(headers) as Record<string, string>,
        body: Buffer.concat(chunks).toString("utf8"),
      });
    });
  });
}
