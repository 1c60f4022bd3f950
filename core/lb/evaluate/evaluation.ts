import type { Answer } from "../actions/answer";
import type { Condition, Listener } from "../model";

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
