import { spawn } from "node:child_process";
import { once } from "node:events";
import { eventually } from "./eventually";
import { pythonPackages } from "./pythonPackages";

export interface Moto {
  readonly url: URL;
  /** Where Python finds boto3. */
  readonly packages: string;
  readonly stop: () => Promise<void>;
}

/** Starts Moto's server on a port that is free: an emulator of most of AWS's services. */
export async function startMoto(): Promise<Moto> {
  const packages = await pythonPackages("moto");
  const server = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, PYTHONPATH: packages },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(server, "exit");
  let said = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const url = await eventually(() => {
    const found = /Running on (http:\S+)/.exec(said)?.[1];
    return found === undefined
      ? Promise.reject(new Error(`Moto does not run: ${said}`))
      : Promise.resolve(new URL(found));
  });
  return {
    url,
    packages,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
