import { request } from "node:http";
import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { KecsError, problem } from "../../core/validate";
import type { OtherRequest } from "../wire/answer";
import type { WireResponse } from "../wire/writeResponse";
import { AwsError } from "../world/awsError";

/** Names the emulator on this machine that gets what KECS does not emulate. */
const UPSTREAM_VARIABLE = "KECS_AWS_UPSTREAM";

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
/** They are about one connection, and not about the request; `Expect` is met when a request gets here. */
const HOP_BY_HOP = [
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
const TIMEOUT_MS = 60_000;

/**
 * The emulator behind the API; undefined where there is none.
 *
 * @throws KecsError KECS1008 for one that is not on this machine: nothing may go to AWS
 */
export function readUpstream(env: Readonly<Record<string, string | undefined>>): URL | undefined {
  const text = env[UPSTREAM_VARIABLE] ?? "";
  if (text === "") return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "http:" && LOOPBACK.test(url.hostname)) return url;
  throw new KecsError([
    problem(
      "KECS1008",
      UPSTREAM_VARIABLE,
      `"${text}" is not the http address of a program on this machine`,
      "write it as http://127.0.0.1:4566, or unset it",
    ),
  ]);
}

/** Passes a request on as it is, and its answer back. */
export async function passOn(upstream: URL, of: OtherRequest): Promise<WireResponse> {
  const { method, path, headers, service, body } = of;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const passed = request(
      {
        host: upstream.hostname.replace(/^\[|\]$/g, ""),
        port: upstream.port,
        method,
        path,
        headers: endToEnd(headers),
        timeout: TIMEOUT_MS,
        // A connection that is kept may be closed there when the next request comes.
        agent: false,
      },
      resolve,
    );
    passed.on("timeout", () => {
      passed.destroy(new Error("it does not answer"));
    });
    passed.on("error", reject);
    body.on("close", () => {
      if (!body.readableEnded) passed.destroy(new Error("the caller went away"));
    });
    body.pipe(passed);
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new AwsError(
      "ServiceUnavailable",
      `${service} is passed on to ${UPSTREAM_VARIABLE}, ${upstream.origin}, which cannot be reached: ${why}`,
    );
  });
  return { status: answer.statusCode ?? 502, headers: endToEnd(answer.headers), body: answer };
}

function endToEnd(headers: OutgoingHttpHeaders): Record<string, string | string[]> {
  const named = String(headers.connection ?? "").toLowerCase();
  const ofConnection = new Set([...HOP_BY_HOP, ...named.split(",").map((name) => name.trim())]);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || ofConnection.has(name)
        ? []
        : [[name, typeof value === "number" ? String(value) : value]],
    ),
  );
}
