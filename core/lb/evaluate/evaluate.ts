import type { LoadBalancer, Request } from "../model";
import { refusal, type Answer, type Response } from "../actions/answer";
import { actionResult } from "../actions/evaluators";
import { firstFailed } from "./condition";
import type { Decider, Evaluation, RuleOutcome } from "./evaluation";
import { limitRefusalOf } from "./limits";
import { refusalOf } from "./malformed";
import {
  hostOf,
  isPlainOnHttps,
  matchListener,
  type MatchedListener,
} from "../request/matchedListener";
import { normalizeRequest } from "../request/normalizedRequest";

/**
 * What a request meets in some load balancers, worked out from their model alone. It knows
 * nothing of how they are made, so it can be held against them.
 */
export function evaluate(loadBalancers: readonly LoadBalancer[], request: Request): Evaluation {
  const broken = refusalOf(request);
  if (broken !== undefined) return without("protocol", refusal(broken.status, broken.reason));
  const reached = matchListener(loadBalancers, request);
  if (reached === undefined) {
    return isPlainOnHttps(loadBalancers, request)
      ? without("protocol", refusal(400, "plain HTTP was sent to a port of HTTPS"))
      : without("nobody", refusal(404, nobody(request)));
  }
  const over = limitRefusalOf(request);
  if (over !== undefined) {
    return within(reached, [], "listener", refusal(over.status, over.reason));
  }
  if (request.method === "TRACE") {
    return within(reached, [], "listener", refusal(405, "a load balancer forwards no TRACE"));
  }
  return byRules(reached, request);
}

function byRules(reached: MatchedListener, request: Request): Evaluation {
  const received = normalizeRequest(reached, request);
  const outcomes: RuleOutcome[] = [];
  for (const { name, priority, conditions, action } of reached.listener.rules) {
    const failed = firstFailed(conditions, received);
    outcomes.push({ name, priority, ...(failed === undefined ? {} : { failed }) });
    if (failed === undefined) {
      return within(reached, outcomes, "rule", actionResult(action, reached, request, received));
    }
  }
  const { defaultAction } = reached.listener;
  const answer = actionResult(defaultAction, reached, request, received);
  return within(reached, outcomes, "default action", answer);
}

function nobody(request: Request): string {
  const host = hostOf(request);
  const where = `on local port ${request.localPort}`;
  return host === undefined
    ? `no load balancer takes requests without a host ${where}`
    : `no load balancer has the host "${host}" ${where}`;
}

function without(decidedBy: Decider, answer: Response): Evaluation {
  return { rules: [], decidedBy, answer };
}

function within(
  { loadBalancer, listener, host }: MatchedListener,
  rules: readonly RuleOutcome[],
  decidedBy: Decider,
  answer: Answer,
): Evaluation {
  const { port, protocol, localPort } = listener;
  const where = { loadBalancer: loadBalancer.name, listener: { port, protocol, localPort }, host };
  return { ...where, rules, decidedBy, answer };
}
