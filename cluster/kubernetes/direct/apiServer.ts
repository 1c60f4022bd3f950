import { Agent, request, type RequestOptions } from "node:https";
import type { Informer, KubernetesObject, ListPromise } from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};
import { parseJson } from "../../../core/validate/parseJson";

/** What the API server answered. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
}

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With its query. */
  readonly path: string;
  readonly body?: object;
  readonly contentType?: string;
}

/** Nobody answers where the API server should be. */
export class ClusterUnreachable extends Error {
  constructor(why: string) {
    super(`the cluster does not answer: ${why}`);
    this.name = "ClusterUnreachable";
  }
}

/** Tells of objects as they change, once it is started; then those that there are are new ones. */
export type ObjectInformer = Pick<Informer<KubernetesObject>, "on" | "start" | "stop">;

/** The API server of an instance. */
export interface ApiServer {
  /** @param list asks for the objects of that path */
  informer(
    path: string,
    list: ListPromise<KubernetesObject>,
    labelSelector?: string,
  ): ObjectInformer;
  /** @throws ClusterUnreachable where it cannot be reached, or does not answer in time */
  ask(request: ApiRequest): Promise<ApiAnswer>;
  close(): void;
}

const TIMEOUT_MS = 15_000;
/** How the end of a kept connection shows that its other side had closed. */
const CLOSED: readonly string[] = ["ECONNRESET", "EPIPE"];
/** So many requests at a time; each has a connection of its own. */
const MOST_SOCKETS = 8;

/**
 * Reaches an instance's API server without a process for each question, for those who ask all the
 * time. The commands, which ask once, go by kubectl.
 */
export async function connectApiServer(kubeconfig: string): Promise<ApiServer> {
  const { KubeConfig, makeInformer } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const given: RequestOptions = {};
  await config.applyToHTTPSOptions(given);
  const { ca, cert, key } = given;
  const server = new URL(config.getCurrentCluster()?.server ?? "");
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS, ca, cert, key });
  const { hostname, port } = server;
  return {
    informer: (path, list, labelSelector) => makeInformer(config, path, list, labelSelector),
    ask: (what) => send({ hostname, port, agent, timeout: TIMEOUT_MS }, what),
    close: () => {
      agent.destroy();
    },
  };
}

function send(to: RequestOptions, what: ApiRequest): Promise<ApiAnswer> {
  const { method, path, body, contentType = "application/json" } = what;
  const text = body === undefined ? "" : JSON.stringify(body);
  const headers = {
    accept: "application/json",
    ...(body === undefined
      ? {}
      : { "content-type": contentType, "content-length": Buffer.byteLength(text) }),
  };
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", (error) => {
        reject(new ClusterUnreachable(error.message));
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") });
      });
    });
    asked.on("timeout", () => {
      asked.destroy(new Error(`${method} ${path} took too long`));
    });
    asked.on("error", (error: NodeJS.ErrnoException) => {
      // The server had closed a connection on which nothing came for long, so it saw nothing of this.
      if (asked.reusedSocket && CLOSED.includes(error.code ?? "")) resolve(send(to, what));
      else reject(new ClusterUnreachable(error.message));
    });
    asked.end(text);
  });
}

/** The content of an answer that is no refusal. */
export function contentOf<T>({ status, body }: ApiAnswer, what: string): T {
  if (status >= 200 && status < 300) return parseJson<T>(body, "Kubernetes");
  throw new Error(`${what}: ${reasonIn(body) ?? `the cluster answered ${status}`}`);
}

function reasonIn(body: string): string | undefined {
  try {
    const { message } = parseJson<{ readonly message?: string }>(body, "Kubernetes");
    return message;
  } catch {
    return undefined;
  }
}
