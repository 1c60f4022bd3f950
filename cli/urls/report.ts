import type { StackListener } from "../../core/outputs/stackListeners";
import type { Health, Workloads } from "../../core/ecs/observed/workloads";
import { describeAnswer, type Answer } from "./ask";

/** One line of the tables of `kecs start` and `kecs status`. */
export interface ListenerReport {
  readonly alb: string;
  readonly port: number;
  readonly protocol: string;
  readonly url: string;
  readonly address: string;
  readonly hostHeader: string;
  readonly curl: string;
  /** `<project>/<stack>` that made it; absent where the cluster does not say. */
  readonly stack?: string;
  /** The HTTP code that `/` was answered with; null where there was none. */
  readonly status: number | null;
  readonly answer: string;
  /** Null where the cluster does not tell. */
  readonly targets: Health | null;
}

export function reportOf(
  listener: StackListener,
  answer: Answer,
  workloads: Workloads | undefined,
): ListenerReport {
  const { alb, port, protocol, url, address, hostHeader, curl, stack } = listener;
  return {
    alb,
    port,
    protocol,
    url,
    address,
    hostHeader,
    curl,
    ...(stack === undefined ? {} : { stack }),
    status: answer.status ?? null,
    answer: describeAnswer(answer),
    targets: workloads?.health(listener.targetGroups) ?? null,
  };
}

export function targetsText(targets: Health | null): string {
  return targets === null ? "?" : `${targets.healthy}/${targets.desired}`;
}
