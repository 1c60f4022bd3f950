import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Question {
  readonly port: number;
  readonly host: string;
  readonly path?: string;
  readonly tls?: boolean;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks a local port under a host name. The address is given, not looked up: Node's resolver does
 * not know *.localhost, and its fetch drops a Host header.
 */
export function ask(question: Question): Promise<Answer> {
  const { port, host, path = "/", tls = false, method = "GET", headers = {} } = question;
  return new Promise((resolve, reject) => {
    const request = (tls ? overHttps : overHttp)(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { ...headers, host },
        agent: false,
        timeout: 15_000,
        ...(tls ? { servername: host, rejectUnauthorized: false } : {}),
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text: string) => (body += text));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer from port ${port}`)));
    request.on("error", reject);
    request.end(question.body);
  });
}

/** The name of the task in an answer of the sample application. */
export function taskOf(answer: Answer): string {
  return /^Hostname: (\S+)$/m.exec(answer.body)?.[1] ?? "";
}
