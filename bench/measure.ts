import { Agent, request } from "node:http";

export interface Subject {
  readonly host: string;
  readonly path: string;
}

const CONNECTIONS = 4;

/** Milliseconds of so many requests to each of the subjects, which take turns in every round. */
export async function measure(
  port: number,
  subjects: readonly Subject[],
  { rounds, requests }: { readonly rounds: number; readonly requests: number },
): Promise<number[][]> {
  const agents = Array.from(
    { length: CONNECTIONS },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  );
  const times = subjects.map((): number[] => []);
  try {
    // The first round only warms up: connections, caches, and this program itself.
    for (let round = 0; round <= rounds; round += 1) {
      for (const [i, subject] of subjects.entries()) {
        const took = await Promise.all(
          agents.map((agent) => inARow(agent, port, subject, requests / CONNECTIONS)),
        );
        if (round > 0) times[i]?.push(...took.flat());
      }
    }
  } finally {
    for (const agent of agents) agent.destroy();
  }
  return times;
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

async function inARow(
  agent: Agent,
  port: number,
  subject: Subject,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const since = performance.now();
    await askFor(agent, port, subject);
    times.push(performance.now() - since);
  }
  return times;
}

function askFor(agent: Agent, port: number, { host, path }: Subject): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, agent, headers: { host }, timeout: 10_000 };
    const asked = request(options, (response) => {
      response.resume().on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${host}${path} answered ${String(response.statusCode)}`));
      });
    });
    asked.on("timeout", () => asked.destroy(new Error(`${host}${path} did not answer`)));
    asked.on("error", reject);
    asked.end();
  });
}
