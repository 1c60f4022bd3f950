import { at, listAt, textAt } from "./kubeObject";
import type { ApiClient } from "./apiClient";
import { isNotFound, NoSuchKindError } from "./apiError";

/** How the API server serves a kind. */
export interface ServedKind {
  readonly apiVersion: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Groups are written "core/v1" in some types of Pulumi's SDK. */
function canonical(apiVersion: string): string {
  return apiVersion === "core/v1" ? "v1" : apiVersion;
}

function root(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** Where the API server keeps the objects of a kind, or one of them. */
export function pathOf(kind: ServedKind, namespace: string, name?: string): string {
  const scope = kind.namespaced ? `/namespaces/${encodeURIComponent(namespace || "default")}` : "";
  const item = name === undefined ? "" : `/${encodeURIComponent(name)}`;
  return `${root(kind.apiVersion)}${scope}/${kind.plural}${item}`;
}

/** Knows the kinds that the API server serves, and looks again for those it does not know. */
export class Discovery {
  readonly #groups = new Map<string, Promise<Map<string, ServedKind>>>();

  constructor(private readonly client: ApiClient) {}

  /** Throws NoSuchKindError where there is no such kind (yet). */
  async find(rawApiVersion: string, kind: string): Promise<ServedKind> {
    const apiVersion = canonical(rawApiVersion);
    const known = (await this.#group(apiVersion)).get(kind);
    if (known !== undefined) return known;
    this.#groups.delete(apiVersion);
    const fresh = (await this.#group(apiVersion)).get(kind);
    if (fresh === undefined) throw new NoSuchKindError(apiVersion, kind);
    return fresh;
  }

  /** Forgets everything: definitions have changed. */
  reset(): void {
    this.#groups.clear();
  }

  async #group(apiVersion: string): Promise<Map<string, ServedKind>> {
    const known = this.#groups.get(apiVersion);
    if (known !== undefined) return known;
    const loading = this.#load(apiVersion);
    this.#groups.set(apiVersion, loading);
    loading.catch(() => this.#groups.delete(apiVersion));
    return loading;
  }

  async #load(apiVersion: string): Promise<Map<string, ServedKind>> {
    try {
      const list = await this.client.send({ method: "GET", path: root(apiVersion) });
      const kinds = listAt(list, "resources").filter(
        (resource) => !textAt(resource, "name").includes("/"),
      );
      return new Map(
        kinds.map((resource) => [
          textAt(resource, "kind"),
          {
            apiVersion,
            plural: textAt(resource, "name"),
            namespaced: at(resource, "namespaced") === true,
          },
        ]),
      );
    } catch (error) {
      if (isNotFound(error)) return new Map();
      throw error;
    }
  }
}
