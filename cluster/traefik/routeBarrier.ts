import { setTimeout as pause } from "node:timers/promises";
import { isReady } from "../../core/ecs/observed/isReady";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { labels, NAMESPACE, SYSTEM_NAMESPACE } from "../../core/labels";
import { contentOf, type ApiServer } from "../kubernetes/direct/apiServer";
import { applyObject, pathOf, pathOfKind } from "../kubernetes/direct/objects";
import { adminProxy, API_ROUTE, routersPath } from "./api";
import type { IngressRoute } from "./routeFaults";

const API_VERSION = "traefik.io/v1alpha1";
const NAME = "route-barrier";
const POLL_MS = 25;
const LIMIT_MS = 5000;

/**
 * Tells when Traefik serves what was applied. Traefik takes up all changes at once and in their order, so
 * a route of no use that is changed last is loaded when the others are.
 */
export class RouteBarrier {
  private count = 0;
  private path: string | undefined;

  constructor(
    private readonly server: ApiServer,
    private readonly manager: string,
    /** Tells this process's changes from those of an earlier one. */
    private readonly run: string,
  ) {}

  /** Returns whether Traefik has loaded what was applied before, within five seconds. */
  async pass(): Promise<boolean> {
    this.count += 1;
    const mark = `/${NAME}/${this.run}/${this.count}`;
    await applyObject(this.server, barrierRoute(mark), this.manager);
    const deadline = Date.now() + LIMIT_MS;
    while (Date.now() < deadline) {
      if (await this.hasLoaded(mark)) return true;
      await pause(POLL_MS);
    }
    return false;
  }

  private async hasLoaded(mark: string): Promise<boolean> {
    this.path ??= await this.routersOfBarrier();
    if (this.path === undefined) return false;
    const { status, body } = await this.server.ask({ method: "GET", path: this.path });
    // Another pod may have taken the place of the one that was asked before.
    if (status !== 200) this.path = undefined;
    return status === 200 && body.includes(`${mark}\``);
  }

  private async routersOfBarrier(): Promise<string | undefined> {
    const route = { apiVersion: API_VERSION, kind: "IngressRoute", namespace: NAMESPACE };
    const keyed = await this.server.ask({
      method: "GET",
      path: pathOf({ ...route, name: API_ROUTE }),
    });
    const routes = keyed.status === 200 ? [contentOf<IngressRoute>(keyed, API_ROUTE)] : [];
    const selector = encodeURIComponent("app.kubernetes.io/name=traefik");
    const pods = await this.server.ask({
      method: "GET",
      path: `${pathOfKind("v1", "Pod", SYSTEM_NAMESPACE)}?labelSelector=${selector}`,
    });
    const { items } = contentOf<{ readonly items: readonly Pod[] }>(pods, "Traefik's pods");
    const ready = items.find(isReady);
    if (ready === undefined) return undefined;
    const at = routersPath(routes, { number: 1, size: 10, search: NAME });
    return `${adminProxy(SYSTEM_NAMESPACE, ready.metadata.name)}${at}`;
  }
}

/** No service answers it, and no client comes to this entry point. */
function barrierRoute(path: string) {
  return {
    apiVersion: API_VERSION,
    kind: "IngressRoute",
    metadata: { name: NAME, namespace: NAMESPACE, labels: labels("ingress") },
    spec: {
      entryPoints: ["traefik"],
      routes: [
        {
          kind: "Rule",
          match: `Path(\`${path}\`)`,
          services: [{ kind: "TraefikService", name: "noop@internal" }],
        },
      ],
    },
  };
}
