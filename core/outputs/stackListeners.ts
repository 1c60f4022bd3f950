import type { AlbOutputs, ListenerOutputs } from "./contract";

/** A listener with the load balancer that it belongs to. */
export interface StackListener extends ListenerOutputs {
  readonly alb: string;
}

/** Every listener of some load balancers, by load balancer and port. */
export function listenersOf(albs: Readonly<Record<string, AlbOutputs>>): StackListener[] {
  return Object.values(albs).flatMap(({ name, listeners }) =>
    listeners.map((listener) => ({ alb: name, ...listener })),
  );
}
