import type { Answer } from "./answer";

/** The answer in the bytes of a connection that the server has closed. */
export function parseAnswer(bytes: Buffer, method: string): Answer {
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) throw new Error(`no answer, but ${JSON.stringify(rest.toString().slice(0, 200))}`);
    const [first = "", ...lines] = rest.subarray(0, end).toString().split("\r\n");
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1]);
    if (Number.isNaN(status)) throw new Error(`no status line, but ${JSON.stringify(first)}`);
    rest = rest.subarray(end + 4);
    // 100 Continue and the like come before the answer, and 101 is one.
    if (status < 200 && status !== 101) continue;
    const headers = lines.map(field);
    const isChunked = headers.some(
      ([name, value]) => name.toLowerCase() === "transfer-encoding" && /\bchunked$/i.test(value),
    );
    const { body, trailers } =
      isChunked && method !== "HEAD" ? unchunked(rest) : { body: rest, trailers: [] };
    return { status, headers, body: body.toString(), trailers };
  }
}

function field(line: string): readonly [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function unchunked(bytes: Buffer): { body: Buffer; trailers: Answer["trailers"] } {
  const parts: Buffer[] = [];
  for (let rest = bytes; ;) {
    const end = rest.indexOf("\r\n");
    const size = end < 0 ? NaN : parseInt(rest.subarray(0, end).toString(), 16);
    if (Number.isNaN(size)) throw new Error("the connection ended in the middle of a chunk");
    rest = rest.subarray(end + 2);
    if (size === 0) {
      const lines = rest.toString().split("\r\n");
      return {
        body: Buffer.concat(parts),
        trailers: lines.filter((line) => line !== "").map(field),
      };
    }
    parts.push(rest.subarray(0, size));
    rest = rest.subarray(size + 2);
  }
}
