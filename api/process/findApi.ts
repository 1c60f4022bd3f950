import { get } from "node:http";
import { jsonObject } from "../../core/records/records";
import { readApiFile } from "./apiFile";

/** What a running API says of itself. */
export interface ApiStatus {
  readonly instance: string;
  readonly pid: number;
  readonly port: number;
  /** When it began to answer, as ISO 8601 writes it. */
  readonly since: string;
  /** Differs where the API would be another one if it were started now. */
  readonly fingerprint: string;
  /** How many objects the API made, by kind. */
  readonly holds: Readonly<Record<string, number>>;
  /** What was accepted and has no effect here, each once. */
  readonly warnings: readonly string[];
}

/** Where an API tells of itself; no path of AWS's. */
export const STATUS_PATH = "/_kecs/status";

const TIMEOUT_MS = 2000;

/** The API of an instance, if it is running. */
export async function findApi(
  env: Readonly<Record<string, string | undefined>>,
  instance: string,
): Promise<ApiStatus | undefined> {
  const file = await readApiFile(env, instance);
  if (file === undefined) return undefined;
  const status = await askStatus(file.port);
  // Somebody else's process may have its port now.
  return status?.instance === instance ? status : undefined;
}

/** What the API on a port says of itself; undefined where there is none. */
function askStatus(port: number): Promise<ApiStatus | undefined> {
  return new Promise((resolve) => {
    const asked = get(
      { host: "127.0.0.1", port, path: STATUS_PATH, timeout: TIMEOUT_MS, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", () => {
          resolve(undefined);
        });
        answer.on("end", () => {
          const of = jsonObject(Buffer.concat(parts).toString("utf8"));
          resolve(typeof of?.["fingerprint"] === "string" ? (of as never) : undefined);
        });
      },
    );
    asked.on("timeout", () => {
      asked.destroy();
    });
    asked.on("error", () => {
      resolve(undefined);
    });
  });
}
