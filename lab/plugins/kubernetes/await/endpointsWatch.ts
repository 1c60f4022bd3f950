import { isNotFound } from "../apiError";
import type { Cluster } from "../cluster";
import { nameOf, namespaceOf, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import type { ServiceParts } from "./serviceVerdict";

/** Follows the endpoints of a Service and knows for how long they have not changed. */
export class EndpointsWatch {
  #version = "";
  #changedAt = 0;

  constructor(
    private readonly cluster: Cluster,
    private readonly settleSeconds: number,
    private readonly now: () => number = Date.now,
  ) {}

  async look(service: KubeObject): Promise<ServiceParts> {
    const endpoints = await this.#endpoints(service);
    if (endpoints === undefined) return { endpoints, settled: false };
    const version = textAt(endpoints, "metadata", "resourceVersion");
    if (version !== this.#version) {
      this.#version = version;
      this.#changedAt = this.now();
    }
    return { endpoints, settled: this.now() - this.#changedAt >= this.settleSeconds * 1000 };
  }

  async #endpoints(service: KubeObject): Promise<KubeObject | undefined> {
    const metadata = { name: nameOf(service), namespace: namespaceOf(service) };
    try {
      return await this.cluster.get({ apiVersion: "v1", kind: "Endpoints", metadata });
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}
