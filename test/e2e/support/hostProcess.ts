import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A program of the developer's own on this machine, in the part of a target. */
export interface HostProcess {
  readonly port: number;
  /** The paths that it was asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts one on all addresses, where a cluster's network can reach it; 0 takes a free port. */
export async function startHostProcess(port = 0): Promise<HostProcess> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("Name: host\n");
  });
  await new Promise<void>((resolve) => server.listen(port, "0.0.0.0", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
