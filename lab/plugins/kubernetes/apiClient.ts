import { request as httpRequest } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { setTimeout as delay } from "node:timers/promises";

import { isMap } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";

import { ApiError, UnreachableError } from "./apiError";
import type { Connection } from "./kubeconfig";

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly contentType?: string;
}

const timeoutMilliseconds = 30_000;
const concurrentRequests = 16;
const busyAttempts = 10;
const busyMilliseconds = 1000;

interface Answer {
  readonly code: number;
  readonly text: string;
}

/** The server closed the connection before the request reached it. */
class StaleConnectionError extends UnreachableError {}

/** Speaks to a Kubernetes API server. */
export class ApiClient {
  readonly #agent: Agent;
  readonly #secure: boolean;

  constructor(readonly connection: Connection) {
    this.#secure = connection.server.startsWith("https:");
    this.#agent = new Agent({ keepAlive: true, maxSockets: concurrentRequests });
  }

  async send(request: ApiRequest): Promise<PropertyMap> {
    const { code, text } = await this.#patiently(request);
    let answer: unknown;
    try {
      answer = JSON.parse(text);
    } catch {
      answer = { message: text.trim() };
    }
    const object = isMap(answer) ? answer : {};
    if (code >= 400) throw new ApiError(code, object);
    return object;
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Asks again where the server is busy, and where it closed a connection that was idle. */
  async #patiently(request: ApiRequest): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.#exchange(request);
        if (answer.code !== 429 || attempt >= busyAttempts) return answer;
      } catch (error) {
        if (!(error instanceof StaleConnectionError) || attempt >= busyAttempts) throw error;
        continue;
      }
      await delay(busyMilliseconds);
    }
  }

  async #exchange(request: ApiRequest): Promise<Answer> {
    const { server, ca, certificate, key, token, skipVerify, serverName } = this.connection;
    const url = new URL(server.replace(/\/$/, "") + request.path);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.set(name, value);
    }
    const body = request.body === undefined ? undefined : JSON.stringify(request.body);
    const headers = {
      accept: "application/json",
      "user-agent": "kecs-lab-stand-in",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : {
            "content-type": request.contentType ?? "application/json",
            "content-length": Buffer.byteLength(body),
          }),
    };
    const options = {
      method: request.method,
      headers,
      timeout: timeoutMilliseconds,
      ...(this.#secure
        ? { agent: this.#agent, ca, cert: certificate, key, rejectUnauthorized: !skipVerify }
        : {}),
      ...(serverName === undefined ? {} : { servername: serverName }),
    };
    return await new Promise((resolve, reject) => {
      const call = (this.#secure ? httpsRequest : httpRequest)(url, options, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", unreachable);
        response.on("end", () => {
          resolve({ code: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
        });
      });
      function unreachable(error: NodeJS.ErrnoException): void {
        const message = `${request.method} ${url.origin}${url.pathname}: ${error.message}`;
        const stale = call.reusedSocket && error.code === "ECONNRESET";
        reject(stale ? new StaleConnectionError(message) : new UnreachableError(message));
      }
      call.on("error", unreachable);
      call.on("timeout", () => {
        call.destroy(new Error("no answer in time"));
      });
      call.end(body);
    });
  }
}
