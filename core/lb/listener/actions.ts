import type { Action, TargetGroup } from "../model";
import { fixedResponseOf } from "../actions/fixedResponse/model";
import { forwardOf, weightsOf } from "../actions/forward/model";
import { inOrder } from "../actions/order";
import { redirectOf } from "../actions/redirect/model";
import type { ActionValues } from "../actions/values";

/**
 * What a rule or a listener does in the end, with AWS's defaults filled in. The actions have
 * passed `validateActions`.
 */
export function actionOf(
  actions: readonly ActionValues[],
  groupOf: (arn: string) => TargetGroup,
): Action {
  const last = inOrder(actions).at(-1)?.action;
  if (last?.redirect !== undefined) return redirectOf(last.redirect);
  if (last?.fixedResponse !== undefined) return fixedResponseOf(last.fixedResponse);
  if (last?.type === "forward") return forwardOf(last, groupOf);
  throw new RangeError("the actions have not been validated");
}

/** The ARNs of all target groups that some actions forward to, each once. */
export function targetGroupArnsOf(actions: readonly ActionValues[]): string[] {
  return [...new Set(actions.flatMap(weightsOf).map(({ arn }) => arn))];
}
