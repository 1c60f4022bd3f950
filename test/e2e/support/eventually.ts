import { setTimeout as pause } from "node:timers/promises";

/** Repeats an attempt until it succeeds; after the timeout its last error is the test's. */
export async function eventually<T>(
  attempt: () => Promise<T>,
  { timeoutMs = 30_000, intervalMs = 250 } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await pause(intervalMs);
    }
  }
}
