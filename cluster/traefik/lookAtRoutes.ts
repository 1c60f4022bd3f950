import { setTimeout as pause } from "node:timers/promises";
import type { Issue } from "../../core/validate";
import { isReady } from "../../core/ecs/observed/isReady";
import type { Pod } from "../../core/ecs/observed/kubernetesObjects";
import { NAMESPACE, SYSTEM_NAMESPACE } from "../../core/labels";
import { parseJson } from "../../core/validate/parseJson";
import { run } from "../process/run";
import { kubectlArgv } from "../k3d/kubectl";
import { adminProxy, routersPath } from "./api";
import { withMissing } from "./expectedRoutes";
import { routeFaults, type IngressRoute, type Router } from "./routeFaults";

const PAGE = 1000;
/** Far more routers than a machine has memory for. */
const MOST_PAGES = 100;
/** Traefik takes up changes after a tenth of a second; a busy machine makes more of it. */
const ATTEMPTS = 8;
const PAUSE_MS = 400;

/**
 * Every route of an instance that Traefik did not load; undefined where the cluster or Traefik does
 * not answer. A route that was made just now gets three seconds.
 *
 * @param expected routes that there have to be; without them, one that was deleted is not missed
 */
export async function lookAtRoutes(
  instance: string,
  expected: readonly IngressRoute[] = [],
): Promise<Issue[] | undefined> {
  let faults = await faultsOf(instance, expected);
  for (let i = 1; i < ATTEMPTS && faults !== undefined && faults.length > 0; i += 1) {
    await pause(PAUSE_MS);
    faults = await faultsOf(instance, expected);
  }
  return faults;
}

async function faultsOf(
  instance: string,
  expected: readonly IngressRoute[],
): Promise<Issue[] | undefined> {
  const [routes, tcpRoutes, pod] = await Promise.all([
    list<IngressRoute>(instance, "get", "ingressroutes.traefik.io", "-n", NAMESPACE, "-o", "json"),
    list<IngressRoute>(
      instance,
      ...["get", "ingressroutetcps.traefik.io", "-n", NAMESPACE, "-o", "json"],
    ),
    readyPod(instance),
  ]);
  if (routes === undefined || pod === undefined) return undefined;
  const asked = { instance, pod, routes };
  const [routers, tcpRouters] = await Promise.all([
    loadedRouters(asked, "http"),
    // An instance that an earlier KECS made lists none of them.
    tcpRoutes === undefined || tcpRoutes.length === 0 ? undefined : loadedRouters(asked, "tcp"),
  ]);
  if (routers === undefined) return undefined;
  return [
    ...routeFaults(withMissing(routes, expected), routers),
    ...(tcpRouters === undefined
      ? []
      : routeFaults(tcpRoutes ?? [], tcpRouters, "IngressRouteTCP")),
  ];
}

async function list<T>(instance: string, ...args: string[]): Promise<readonly T[] | undefined> {
  const text = await ask(instance, ...args);
  return text === undefined ? undefined : parseJson<{ readonly items: T[] }>(text, "kubectl").items;
}

/** Name of a pod of Traefik's that is ready. */
async function readyPod(instance: string): Promise<string | undefined> {
  const selector = "app.kubernetes.io/name=traefik";
  const pods = await list<Pod>(
    instance,
    ...["get", "pods", "-n", SYSTEM_NAMESPACE, "-l", selector, "-o", "json"],
  );
  return pods?.find(isReady)?.metadata.name;
}

/** Which Traefik is asked; the cluster's routes tell the key. */
interface AskedTraefik {
  readonly instance: string;
  readonly pod: string;
  readonly routes: readonly IngressRoute[];
}

/** Traefik's own list: its API is published by no Service, but reached through the API server. */
async function loadedRouters(
  { instance, pod, routes }: AskedTraefik,
  of: "http" | "tcp",
): Promise<Router[] | undefined> {
  const all: Router[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const at = routersPath(routes, { of, number: page, size: PAGE });
    const text = await ask(instance, "get", "--raw", `${adminProxy(SYSTEM_NAMESPACE, pod)}${at}`);
    if (text === undefined) return undefined;
    const routers = parseJson<Router[]>(text, "Traefik");
    all.push(...routers);
    if (routers.length < PAGE) break;
  }
  return all;
}

async function ask(instance: string, ...args: string[]): Promise<string | undefined> {
  const answer = await run(kubectlArgv(instance, ...args), { timeoutMs: 15_000 });
  return answer.code === 0 ? answer.stdout : undefined;
}
