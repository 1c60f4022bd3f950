import { request, type IncomingMessage, type RequestOptions } from "node:http";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { NotSupportedError } from "../shared/unary";

/** The Docker Engine API of one daemon. */
export class Daemon {
  readonly #where: RequestOptions;

  constructor(host: string) {
    const url = new URL(host);
    if (url.protocol === "unix:") this.#where = { socketPath: url.pathname };
    else if (url.protocol === "tcp:") this.#where = { host: url.hostname, port: url.port };
    else throw new NotSupportedError("docker", `connection to "${host}"`);
  }

  /** Sends a build's context; calls back with every line of the answer. */
  async build(
    query: Readonly<Record<string, string>>,
    context: Readable,
    onLine: (line: string) => void,
  ): Promise<void> {
    const path = `/build?${new URLSearchParams(query).toString()}`;
    const answer = await this.#send("POST", path, context);
    if (answer.statusCode !== 200) {
      throw new Error(`error building image: ${await messageOf(answer)}`);
    }
    for await (const line of createInterface({ input: answer })) onLine(line);
  }

  async imageId(name: string): Promise<string> {
    const answer = await this.#send("GET", `/images/${encodeURIComponent(name)}/json`);
    if (answer.statusCode !== 200) throw new Error(await messageOf(answer));
    return (JSON.parse(await textOf(answer)) as { readonly Id: string }).Id;
  }

  #send(method: string, path: string, body?: Readable): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = body === undefined ? {} : { "Content-Type": "application/x-tar" };
      const sent = request({ ...this.#where, method, path, headers }, resolve);
      sent.on("error", (error) => {
        reject(new Error(`failed to connect to any docker daemon: ${error.message}`));
      });
      if (body === undefined) sent.end();
      else body.pipe(sent);
    });
  }
}

async function messageOf(answer: IncomingMessage): Promise<string> {
  const text = await textOf(answer);
  try {
    return (JSON.parse(text) as { readonly message: string }).message;
  } catch {
    return text;
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
