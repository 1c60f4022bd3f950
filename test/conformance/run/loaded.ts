import { adminProxy, routersPath } from "../../../cluster/traefik/api";
import { eventually } from "../../e2e/support/eventually";
import type { Cluster, KubernetesObject } from "../cluster";

interface Router {
  readonly name: string;
  readonly status: string;
  readonly error?: readonly string[];
}

const PAGE = { number: 1, size: 100_000 };

/** What Traefik says of its routers, asked through the API server: no port publishes it. */
async function routers(cluster: Cluster, routes: readonly KubernetesObject[]): Promise<Router[]> {
  const pods = await cluster.list(
    ...["pods", "--namespace", "kecs-system", "--selector", "app.kubernetes.io/name=traefik"],
    ...["--field-selector", "status.phase=Running"],
  );
  const [pod] = pods;
  if (pod === undefined) throw new Error("Traefik does not run");
  const path = `${adminProxy("kecs-system", pod.metadata.name)}${routersPath(routes, PAGE)}`;
  return JSON.parse(await cluster.kubectl("get", "--raw", path)) as Router[];
}

/** The routers that an IngressRoute becomes: one for each of its routes. */
function expectedRouters({ metadata, spec }: KubernetesObject): string[] {
  const { routes } = spec as { readonly routes: readonly unknown[] };
  return routes.map((_, i) => `kecs_${metadata.name}_${i}@kubernetescrd`);
}

/** Why routes are not all in place; empty where they are. */
export async function notLoaded(cluster: Cluster): Promise<string[]> {
  const routes = await cluster.list("ingressroutes.traefik.io");
  const expected = routes.flatMap(expectedRouters);
  const found = new Map((await routers(cluster, routes)).map((router) => [router.name, router]));
  return expected.flatMap((name) => {
    const router = found.get(name);
    if (router === undefined) return [`${name} is absent`];
    return router.status === "enabled" ? [] : [`${name}: ${router.error?.join("; ") ?? ""}`];
  });
}

/** Waits until Traefik has loaded every route that is in the cluster. */
export async function untilLoaded(cluster: Cluster, timeoutMs = 30_000): Promise<void> {
  await eventually(
    async () => {
      const missing = await notLoaded(cluster);
      if (missing.length === 0) return;
      const some = missing.slice(0, 10).join("\n  ");
      throw new Error(`Traefik has not loaded ${missing.length} routes:\n  ${some}`);
    },
    { timeoutMs, intervalMs: 500 },
  );
}
