import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A Kubernetes API server that is none of KECS's: it counts who comes, and knows nothing. */
export class FakeApiServer {
  readonly requests: string[] = [];
  private readonly server: Server = createServer(({ method, url }, response) => {
    this.requests.push(`${method ?? ""} ${url ?? ""}`);
    response.writeHead(404, { "Content-Type": "application/json" }).end("{}");
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  stop(): void {
    this.server.close();
  }

  /** A kubeconfig whose current context leads here. */
  kubeconfig(): string {
    const { port } = this.server.address() as AddressInfo;
    return JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      "current-context": "stranger",
      clusters: [{ name: "stranger", cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: "stranger", user: {} }],
      contexts: [{ name: "stranger", context: { cluster: "stranger", user: "stranger" } }],
    });
  }
}
