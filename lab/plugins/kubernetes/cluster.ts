import type { PropertyMap } from "../shared/properties";

import { ApiClient } from "./apiClient";
import { Discovery, pathOf } from "./discovery";
import type { ServedKind } from "./discovery";
import type { Connection } from "./kubeconfig";
import { apiVersionOf, kindOf, listAt, nameOf, namespaceOf, uidOf, withAt } from "./kubeObject";
import type { KubeObject } from "./kubeObject";

export interface ApplyOptions {
  readonly fieldManager: string;
  readonly force: boolean;
  readonly dryRun: boolean;
}

function queryOf(options: { fieldManager: string; dryRun: boolean }): Record<string, string> {
  return {
    fieldManager: options.fieldManager,
    ...(options.dryRun ? { dryRun: "All" } : {}),
  };
}

/** The objects of one cluster. */
export class Cluster {
  readonly discovery: Discovery;
  readonly #client: ApiClient;

  constructor(connection: Connection) {
    this.#client = new ApiClient(connection);
    this.discovery = new Discovery(this.#client);
  }

  /** Throws where the API server does not answer, or does not let us in. */
  async reach(): Promise<void> {
    await this.#client.send({ method: "GET", path: "/version" });
    await this.#client.send({ method: "GET", path: "/api/v1" });
  }

  async get(object: KubeObject): Promise<KubeObject> {
    return await this.#client.send({ method: "GET", path: await this.#path(object) });
  }

  async list(
    apiVersion: string,
    kind: string,
    namespace: string,
    query: Record<string, string> = {},
  ): Promise<KubeObject[]> {
    const served = await this.discovery.find(apiVersion, kind);
    const path = pathOf(served, namespace);
    return listAt(await this.#client.send({ method: "GET", path, query }), "items");
  }

  /** The latest events about an object, oldest first. */
  async events(object: KubeObject): Promise<PropertyMap[]> {
    const fieldSelector = `involvedObject.uid=${uidOf(object)}`;
    return await this.list("v1", "Event", namespaceOf(object) || "default", { fieldSelector });
  }

  async create(
    object: KubeObject,
    options: { fieldManager: string; dryRun: boolean },
  ): Promise<KubeObject> {
    const served = await this.#kind(object);
    const path = pathOf(served, namespaceOf(object));
    const body = inNamespace(object, served);
    return await this.#client.send({ method: "POST", path, query: queryOf(options), body });
  }

  /** Server-side apply. */
  async apply(object: KubeObject, options: ApplyOptions): Promise<KubeObject> {
    const served = await this.#kind(object);
    return await this.#client.send({
      method: "PATCH",
      path: pathOf(served, namespaceOf(object), nameOf(object)),
      query: {
        ...queryOf(options),
        force: String(options.force),
        fieldValidation: "Warn",
      },
      body: inNamespace(object, served),
      contentType: "application/apply-patch+yaml",
    });
  }

  async replace(
    object: KubeObject,
    options: { fieldManager: string; dryRun: boolean },
  ): Promise<KubeObject> {
    const path = await this.#path(object);
    return await this.#client.send({ method: "PUT", path, query: queryOf(options), body: object });
  }

  async patch(object: KubeObject, patch: readonly PropertyMap[]): Promise<KubeObject> {
    return await this.#client.send({
      method: "PATCH",
      path: await this.#path(object),
      body: patch,
      contentType: "application/json-patch+json",
    });
  }

  async delete(object: KubeObject, propagationPolicy: string): Promise<void> {
    await this.#client.send({
      method: "DELETE",
      path: await this.#path(object),
      body: { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy },
    });
  }

  close(): void {
    this.#client.close();
  }

  async #kind(object: KubeObject): Promise<ServedKind> {
    return await this.discovery.find(apiVersionOf(object), kindOf(object));
  }

  async #path(object: KubeObject): Promise<string> {
    return pathOf(await this.#kind(object), namespaceOf(object), nameOf(object));
  }
}

/** The object as it is sent: a namespace that was guessed for a kind without any is dropped. */
function inNamespace(object: KubeObject, served: ServedKind): KubeObject {
  const versioned = { ...object, apiVersion: served.apiVersion };
  return served.namespaced ? versioned : withAt(versioned, ["metadata", "namespace"], undefined);
}
