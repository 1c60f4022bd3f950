import type { KecsOutputs, ListenerOutputs } from "./contract";

/** A listener of a stack, with the load balancer that it belongs to. */
export interface StackListener extends ListenerOutputs {
  readonly alb: string;
}

/** Every listener of a stack, by load balancer and port. */
export function listenersOf(outputs: KecsOutputs): StackListener[] {
  return Object.values(outputs.albs).flatMap(({ name, listeners }) =>
    listeners.map((listener) => ({ alb: name, ...listener })),
  );
}
