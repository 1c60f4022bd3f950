import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";

import { answer, answerError, type Destinations } from "./answer";
import { refuseMalformed } from "./clientError";
import { credentialScope } from "./credentialScope";
import type { RequestHead } from "./protocol/protocol";
import { Refusal } from "./protocol/refusal";
import { readBody } from "./readBody";
import { refuseBrowsers } from "./refuseBrowsers";
import { isElsewhere } from "./services";
import type { WireResponse } from "./writeResponse";

/** How long a client may take, in milliseconds. */
export interface Patience {
  readonly headersTimeout: number;
  /** For the body of a call; what is another emulator's may take as long as that lets it. */
  readonly bodyTimeout: number;
  /** Longer than the pause between two polls of AWS's waiters. */
  readonly keepAliveTimeout: number;
}

const PATIENCE: Patience = {
  headersTimeout: 10_000,
  bodyTimeout: 30_000,
  keepAliveTimeout: 65_000,
};
const CLOSING_MILLISECONDS = 5_000;

export interface ServeOptions extends Destinations {
  /** 0 for any that is free. */
  readonly port: number;
  readonly patience?: Partial<Patience>;
  /** What the API says of itself, to whoever on this machine asks for that path. */
  readonly status?: { readonly path: string; readonly of: () => object };
}

export interface ApiServer {
  readonly port: number;
  /** Lets calls that are on their way end, for a few seconds, and takes no more. */
  readonly close: () => Promise<void>;
}

/** Answers AWS's API on this machine's loopback address, and on no other. */
export async function serve(options: ServeOptions): Promise<ApiServer> {
  const { port } = options;
  const { bodyTimeout, ...patience } = { ...PATIENCE, ...options.patience };
  const server = createServer(
    { ...patience, requestTimeout: 0, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      response.once("close", () => {
        if (!server.listening) server.closeIdleConnections();
      });
      respond(request, response, { ...options, bodyTimeout }).catch(() => response.destroy());
    },
  );
  server.on("clientError", refuseMalformed);
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const rest = setTimeout(() => {
        server.closeAllConnections();
      }, CLOSING_MILLISECONDS);
      await closed;
      clearTimeout(rest);
    },
  };
}

type Serving = Omit<ServeOptions, "port" | "patience"> & Pick<Patience, "bodyTimeout">;

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  options: Serving,
): Promise<void> {
  const { method = "", url: path = "", headers } = request;
  const head = { method, path, headers };
  const id = randomUUID();
  try {
    await send(response, await answerTo(head, request, options, id));
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    if (response.headersSent) response.destroy();
    else {
      const isLate = error instanceof Refusal && error.reason === "timeout";
      if (!isLate) await readBody(request, options.bodyTimeout).catch(() => undefined);
      if (!request.complete) response.setHeader("connection", "close");
      await send(response, answerError(head, error, options, id));
    }
  }
}

async function answerTo(
  head: RequestHead,
  body: IncomingMessage,
  { status, bodyTimeout, ...destinations }: Serving,
  id: string,
): Promise<WireResponse> {
  refuseBrowsers(head);
  if (head.method === "GET" && head.path === status?.path) return writeStatus(status.of());
  const { service } = credentialScope(head);
  if (isElsewhere(service) && destinations.otherService !== undefined) {
    return destinations.otherService({ ...head, service, body });
  }
  return answer({ ...head, body: await readBody(body, bodyTimeout) }, destinations, id);
}

function writeStatus(of: object): WireResponse {
  const headers = { "content-type": "application/json" };
  return { status: 200, headers, body: JSON.stringify(of) };
}

async function send(
  response: ServerResponse,
  { status, headers, body }: WireResponse,
): Promise<void> {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  if (typeof body === "string") response.end(body);
  else await pipeline(body, response);
}
