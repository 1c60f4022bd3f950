import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "../e2e/support/run";

export interface KubernetesObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: unknown;
}

const NAMESPACE = "kecs";

/** A cluster, by kubectl and with the credentials that the stack puts out. */
export class Cluster {
  /** @param kubeconfig the file with the credentials */
  constructor(readonly kubeconfig: string) {}

  static withCredentials(folder: string, text: string): Cluster {
    const file = join(folder, "kubeconfig");
    writeFileSync(file, text, { mode: 0o600 });
    return new Cluster(file);
  }

  async kubectl(...args: readonly string[]): Promise<string> {
    const argv = ["kubectl", "--kubeconfig", this.kubeconfig, "--namespace", NAMESPACE, ...args];
    return (await succeed(argv, { cwd: "/", env: process.env })).stdout;
  }

  async list(...args: readonly string[]): Promise<KubernetesObject[]> {
    const text = await this.kubectl("get", ...args, "--output", "json");
    return (JSON.parse(text) as { items: KubernetesObject[] }).items;
  }

  async get(kind: string, name: string): Promise<KubernetesObject> {
    return JSON.parse(
      await this.kubectl("get", kind, name, "--output", "json"),
    ) as KubernetesObject;
  }

  /** Applies objects on the server, in their order. */
  async apply(folder: string, objects: readonly unknown[]): Promise<void> {
    const file = join(folder, "objects.json");
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    await this.kubectl(
      ...["apply", "--server-side", "--force-conflicts", "--field-manager", "kecs-test"],
      ...["--filename", file],
    );
  }
}
