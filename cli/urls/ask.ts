import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isUnrouted } from "../../core/lb/explain/unrouted";
import type { ListenerOutputs } from "../../core/outputs/contract";

/** What a listener answered: a status, or why there was none. */
export interface Answer {
  readonly status?: number;
  readonly error?: string;
  /** Traefik's own 404: it does not know the host, or not yet. */
  readonly unrouted?: boolean;
}

const TIMEOUT_MS = 3_000;
const BODY_LIMIT = 64;

type Asked = Pick<ListenerOutputs, "address" | "hostHeader" | "protocol">;

/** Asks a listener for `/`, by address and Host header, whoever signed its certificate. */
export function ask({ address, hostHeader, protocol }: Asked): Promise<Answer> {
  const colon = address.lastIndexOf(":");
  const options = {
    host: address.slice(0, colon),
    port: Number(address.slice(colon + 1)),
    path: "/",
    headers: { host: hostHeader, connection: "close" },
    agent: false,
    timeout: TIMEOUT_MS,
  };
  return new Promise((resolve) => {
    const request =
      protocol === "HTTPS"
        ? httpsRequest({ ...options, rejectUnauthorized: false, servername: hostHeader })
        : httpRequest(options);
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (body.length < BODY_LIMIT) body += text;
      });
      const finish = (): void => {
        resolve({ status, unrouted: isUnrouted(status, body) });
      };
      response.on("end", finish);
      response.on("error", finish);
    });
    request.on("timeout", () => request.destroy(new Error("no answer within 3 s")));
    request.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ error: error.code ?? error.message });
    });
    request.end();
  });
}

/** An answer in words. */
export function describeAnswer({ status, error, unrouted }: Answer): string {
  if (status === undefined) return error ?? "no answer";
  return unrouted === true ? `${status} (no route)` : String(status);
}
