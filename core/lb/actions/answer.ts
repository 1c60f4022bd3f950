import type { Headers } from "../request/header";

/** What a client gets for its request. */
export type Answer = Response | ForwardAnswer;

/** An answer that needs no target. */
export interface Response {
  readonly type: "response";
  readonly status: number;
  /** Those that are decided: Location, Content-Type, Content-Length. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where it is not decided: pages of errors have no fixed text. */
  readonly body?: string;
  readonly reason: string;
}

/** A target of one of these groups answers. */
export interface ForwardAnswer {
  readonly type: "forward";
  readonly targetGroups: readonly TargetGroupShare[];
  /** The cookie that keeps a client with its target group; absent where there is none. */
  readonly cookie?: string;
  readonly request: TargetRequest;
}

export interface TargetGroupShare {
  readonly name: string;
  readonly arn: string;
  readonly weight: number;
  /** 0 to 1. */
  readonly share: number;
  /** The cookie that keeps a client with its target; absent where there is none. */
  readonly cookie?: string;
}

/**
 * The request as the target sees it. In header values `<new trace id>`, `<client port>`,
 * `<TLS version>` and `<cipher suite>` stand for what nobody can foretell.
 */
export interface TargetRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
}

/** An error of the load balancer's own, whose page is not decided. */
export function refusal(status: number, reason: string): Response {
  return { type: "response", status, headers: {}, reason };
}
