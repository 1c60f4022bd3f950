import type { Forward, TargetGroup } from "../../model";
import type { ActionValues } from "../values";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html */
const DEFAULT_WEIGHT = 1;

/** A valid forward as the model has it. */
export function forwardOf(action: ActionValues, groupOf: (arn: string) => TargetGroup): Forward {
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

/** The target groups of a forward, in either of its forms; of another action none. */
export function weightsOf({ forward, targetGroupArn }: ActionValues) {
  if (forward !== undefined) return forward.targetGroups;
  return targetGroupArn === undefined ? [] : [{ arn: targetGroupArn }];
}
