import type { Action, FixedResponse, Forward, Redirect, TargetGroup } from "../model";
import { inOrder } from "../actions/order";
import { redirectDefaults } from "../actions/redirectDefaults";
import type { ActionValues, FixedResponseValues, RedirectValues } from "../actions/values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html */
const DEFAULT_WEIGHT = 1;

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

function weightsOf({ forward, targetGroupArn }: ActionValues) {
  if (forward !== undefined) return forward.targetGroups;
  return targetGroupArn === undefined ? [] : [{ arn: targetGroupArn }];
}

function forwardOf(action: ActionValues, groupOf: (arn: string) => TargetGroup): Forward {
  const targetGroups = weightsOf(action).map(({ arn, weight = DEFAULT_WEIGHT }) => ({
    group: groupOf(arn),
    weight,
  }));
  const { enabled, duration } = action.forward?.stickiness ?? {};
  return {
    type: "forward",
    targetGroups,
    ...(enabled === true && duration !== undefined ? { stickiness: duration } : {}),
  };
}

function redirectOf(values: RedirectValues): Redirect {
  const { statusCode, ...where } = redirectDefaults(values);
  return { type: "redirect", statusCode: statusCode === "HTTP_301" ? 301 : 302, ...where };
}

function fixedResponseOf(values: FixedResponseValues): FixedResponse {
  const { statusCode, messageBody = "" } = values;
  const contentType = values.contentType ?? (messageBody === "" ? undefined : "text/plain");
  return {
    type: "fixed-response",
    statusCode: Number(statusCode),
    ...(contentType === undefined ? {} : { contentType }),
    messageBody,
  };
}
