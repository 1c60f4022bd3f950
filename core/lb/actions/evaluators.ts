import type { Action, Request } from "../model";
import type { MatchedListener } from "../request/matchedListener";
import type { NormalizedRequest } from "../request/normalizedRequest";
import type { ActionEvaluator } from "./actionEvaluator";
import type { Answer } from "./answer";
import { fixedResponse } from "./fixedResponse/evaluate";
import { forward } from "./forward/evaluate";
import { redirect } from "./redirect/evaluate";

const EVALUATORS: {
  readonly [Type in Action["type"]]: ActionEvaluator<Extract<Action, { readonly type: Type }>>;
} = { forward, redirect, "fixed-response": fixedResponse };

/** What an action answers to a request. */
export function actionResult(
  action: Action,
  reached: MatchedListener,
  request: Request,
  received: NormalizedRequest,
): Answer {
  const evaluator: ActionEvaluator<Action> = EVALUATORS[action.type];
  return evaluator.answer(action, reached, request, received);
}
