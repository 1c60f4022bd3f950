import { setTimeout as delay } from "node:timers/promises";

const attempts = 6;
const firstWaitMilliseconds = 1000;

/** Tries again, at growing intervals, as long as an error is one that may pass. */
export async function retry<T>(
  attempt: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  onRetry: (error: unknown, count: number) => void,
  signal: AbortSignal,
): Promise<T> {
  for (let count = 0; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error) || count + 1 >= attempts) throw error;
      onRetry(error, count);
    }
    await delay(firstWaitMilliseconds * 2 ** count, undefined, { signal });
  }
}
