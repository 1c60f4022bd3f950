import type { KecsOutputs, ListenerOutputs } from "../../core/outputs/contract";
import type { Health, Workloads } from "../cluster/workloads";
import { describeAnswer, type Answer } from "./ask";

/** A listener of a stack, with the load balancer that it belongs to. */
export interface StackListener extends ListenerOutputs {
  readonly alb: string;
}

/** One line of the closing table and of `kecs status`. */
export interface ListenerReport {
  readonly alb: string;
  readonly port: number;
  readonly protocol: string;
  readonly url: string;
  readonly address: string;
  readonly hostHeader: string;
  readonly curl: string;
  /** The HTTP code that `/` was answered with; null where there was none. */
  readonly status: number | null;
  readonly answer: string;
  /** Null where the cluster does not tell. */
  readonly targets: Health | null;
}

/** Every listener of a stack, by load balancer and port. */
export function listenersOf(outputs: KecsOutputs): StackListener[] {
  return Object.values(outputs.albs).flatMap(({ name, listeners }) =>
    listeners.map((listener) => ({ alb: name, ...listener })),
  );
}

export function reportOf(
  listener: StackListener,
  answer: Answer,
  workloads: Workloads | undefined,
): ListenerReport {
  const { alb, port, protocol, url, address, hostHeader, curl } = listener;
  return {
    alb,
    port,
    protocol,
    url,
    address,
    hostHeader,
    curl,
    status: answer.status ?? null,
    answer: describeAnswer(answer),
    targets: workloads?.health(listener.targetGroups) ?? null,
  };
}

export function targetsText(targets: Health | null): string {
  return targets === null ? "?" : `${targets.healthy}/${targets.desired}`;
}
