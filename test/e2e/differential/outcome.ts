import { evaluate } from "../../../core/lb/evaluate/evaluate";
import type { LoadBalancer, Request } from "../../../core/lb/model";
import { targetOf, valuesOf, type Answer } from "../../conformance/client/answer";

/** What a request came to, as far as it tells which rule answered. */
export interface Outcome {
  readonly status: number;
  readonly target?: string;
  readonly location?: string;
  readonly body?: string;
}

export interface Prediction extends Outcome {
  /** Who decided it, for statistics. */
  readonly decidedBy: string;
}

/** What the model says. */
export function predicted(loadBalancer: LoadBalancer, request: Request): Prediction {
  const { answer, decidedBy } = evaluate([loadBalancer], request);
  if (answer.type === "forward") {
    return { decidedBy, status: 200, target: answer.targetGroups[0]?.name ?? "" };
  }
  const { status, headers, body } = answer;
  const location = headers["Location"] ?? headers["location"];
  return {
    decidedBy,
    status,
    ...(location === undefined ? {} : { location }),
    ...(body === undefined || request.method === "HEAD" ? {} : { body }),
  };
}

/** In what an answer is not what the model says; empty where it is. */
export function disagreements(expected: Prediction, answer: Answer): Outcome | undefined {
  const target = targetOf(answer);
  const location = valuesOf(answer.headers, "location")[0];
  const holds =
    answer.status === expected.status &&
    target === expected.target &&
    location === expected.location &&
    (expected.body === undefined || answer.body === expected.body);
  if (holds) return undefined;
  return {
    status: answer.status,
    ...(target === undefined ? {} : { target }),
    ...(location === undefined ? {} : { location }),
    ...(target === undefined ? { body: answer.body.slice(0, 200) } : {}),
  };
}
