import { createInterface } from "node:readline/promises";
import type { Io } from "../io";

/** Asks a question on stderr; only `y` or `yes` agrees. */
export async function confirm(io: Io, question: string): Promise<boolean> {
  io.stderr.write(`${question} [y/N] `);
  const reader = createInterface({ input: io.stdin });
  try {
    const answer = await reader.question("", { signal: io.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    return false;
  } finally {
    reader.close();
  }
}
