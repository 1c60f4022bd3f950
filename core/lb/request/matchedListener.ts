import type { Listener, LoadBalancer, Request } from "../model";
import { bestHost, comparedHost } from "./host";
import { readTarget } from "./path";

/** A listener that a request reaches. */
export interface MatchedListener {
  readonly loadBalancer: LoadBalancer;
  readonly listener: Listener;
  /** The host name or pattern that leads there; `*` where the load balancer takes every host. */
  readonly host: string;
}

export const EVERY_HOST = "*";

/** The entry point that belongs to HTTPS alone, whatever listens on it. */
const HTTPS_ENTRY_POINT = "alb-https";

/** The Host of a request; that of an absolute target wins. RFC 9112, 3.2.2. */
export function hostOf(request: Request): string | undefined {
  return readTarget(request.target).authority ?? request.host;
}

/** The listener that a request reaches by its local port, protocol and host. */
export function matchListener(
  loadBalancers: readonly LoadBalancer[],
  request: Request,
): MatchedListener | undefined {
  return reach(loadBalancers, request, request.tls ? "HTTPS" : "HTTP");
}

/** Whether plain HTTP was sent where only HTTPS is spoken. */
export function isPlainOnHttps(loadBalancers: readonly LoadBalancer[], request: Request): boolean {
  if (request.tls) return false;
  const listeners = listenersOn(loadBalancers, request.localPort, "HTTPS");
  return (
    listeners.some(({ listener }) => listener.entryPoint === HTTPS_ENTRY_POINT) ||
    reach(loadBalancers, request, "HTTPS") !== undefined
  );
}

function reach(
  loadBalancers: readonly LoadBalancer[],
  request: Request,
  protocol: Listener["protocol"],
): MatchedListener | undefined {
  const listeners = listenersOn(loadBalancers, request.localPort, protocol);
  const header = hostOf(request);
  const host = comparedHost(header ?? "");
  const best = bestHost(host === "" ? [] : listeners.flatMap((each) => each.listener.hosts), host);
  const named = listeners.find(({ listener }) => listener.hosts.some((each) => each === best));
  if (named !== undefined && best !== undefined) return { ...named, host: best };
  const any = listeners.find(({ loadBalancer }) => loadBalancer.catchAll);
  return any === undefined ? undefined : { ...any, host: EVERY_HOST };
}

function listenersOn(
  loadBalancers: readonly LoadBalancer[],
  localPort: number,
  protocol: Listener["protocol"],
): Omit<MatchedListener, "host">[] {
  return loadBalancers.flatMap((loadBalancer) =>
    loadBalancer.listeners
      .filter((listener) => listener.localPort === localPort && listener.protocol === protocol)
      .map((listener) => ({ loadBalancer, listener })),
  );
}
