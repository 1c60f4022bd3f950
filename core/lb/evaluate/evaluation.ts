import type { Condition, Listener } from "../model";
import type { Headers } from "../request/header";

/** What a request meets: who answers it, why no rule before that did, and what the answer is. */
export interface Evaluation {
  /** Absent where no load balancer is reached. */
  readonly loadBalancer?: string;
  readonly listener?: Pick<Listener, "port" | "protocol" | "localPort">;
  /** The host name or pattern that leads there; `*` where the load balancer takes every host. */
  readonly host?: string;
  /** Every rule that was looked at, in order; one that answers is the last. */
  readonly rules: readonly RuleOutcome[];
  readonly decidedBy: Decider;
  readonly answer: Answer;
}

/** The part that gives the answer. */
export type Decider =
  /** HTTP itself: the request breaks its rules. */
  | "protocol"
  /** Nobody: no load balancer has the host. */
  | "nobody"
  /** The listener, before its rules. */
  | "listener"
  | "rule"
  | "default action";

export interface RuleOutcome {
  readonly name: string;
  readonly priority: number;
  /** The first condition that does not hold; absent where the rule matches. */
  readonly failed?: FailedCondition;
}

export interface FailedCondition {
  /** Its place in the rule, from 0. */
  readonly index: number;
  readonly condition: Condition;
  /** What of the request it was compared with; empty where the request has nothing of it. */
  readonly received: readonly string[];
  /** What would have made the difference, where it is a small one. */
  readonly hint?: string;
}

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
