import type { Request } from "../model";
import type { MatchedListener } from "../request/matchedListener";
import type { NormalizedRequest } from "../request/normalizedRequest";
import type { Answer } from "./answer";

/** What a kind of action answers. */
export interface ActionEvaluator<Kind> {
  answer(
    action: Kind,
    reached: MatchedListener,
    request: Request,
    received: NormalizedRequest,
  ): Answer;
}
