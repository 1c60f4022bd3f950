import { createServer } from "node:net";

/** Why a port cannot be listened on: `EADDRINUSE`, `EACCES`, …; undefined where it is free. */
export function portError(address: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    server.listen({ host: address, port, exclusive: true }, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}

/** The first port from `from` on that is free on loopback, not among `taken`, and can be had. */
export async function firstFreePort(
  from: number,
  taken: ReadonlySet<number>,
  canBeHad: (port: number) => boolean = () => true,
): Promise<number> {
  for (let port = from; port <= 65535; port += 1) {
    const isFree = !taken.has(port) && (await portError("127.0.0.1", port)) === undefined;
    if (isFree && canBeHad(port)) return port;
  }
  throw new RangeError(`no local port from ${from} on is free`);
}
