import type { Readable } from "node:stream";

import { MAXIMUM_BODY_BYTES } from "./protocol/limits";
import { Refusal } from "./protocol/refusal";

/** Beyond this, a client that still sends does not hear why it is cut off. */
const MAXIMUM_DRAINED_BYTES = 64 * 1024 * 1024;

/**
 * The body of a request. One that is too large is read to its end and forgotten on the way: a client
 * reads no answer before it has sent everything.
 *
 * @param patience so many milliseconds it may take
 * @throws Refusal for a body that is too large, or does not come
 */
export async function readBody(request: Readable, patience: number): Promise<Buffer> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Refusal("timeout", "The request took too long."));
    }, patience);
  });
  try {
    return await Promise.race([readAll(request), timeout]);
  } finally {
    clearTimeout(late);
  }
}

async function readAll(request: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAXIMUM_BODY_BYTES) chunks.length = 0;
    else chunks.push(chunk);
    if (size > MAXIMUM_DRAINED_BYTES) break;
  }
  if (size > MAXIMUM_BODY_BYTES) {
    throw new Refusal("tooLarge", `The body has more than ${MAXIMUM_BODY_BYTES} bytes.`);
  }
  return Buffer.concat(chunks);
}
