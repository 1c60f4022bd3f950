import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../world/world";
import type { ActionValues } from "../../../core/lb/actions/values";
import type { TargetGroup } from "../../../core/lb/model";
import { targetGroupArnsOf } from "../../../core/lb/listener/actions";
import { recordedListener } from "../../../core/lb/listener/record";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { targetGroupModel } from "../../../core/lb/targetGroup/model";
import { recordedTargetGroup } from "../../../core/lb/targetGroup/record";
import { listeners, rules, targetGroupByArn } from "./lookUp";
import { toActionValues } from "./shapes/action";

/** The actions of an input; their target groups exist, and are called by the ARNs that they have. */
export function actionsIn(actions: readonly Action[], world: World): ActionValues[] {
  const own = (arn: string): string => targetGroupByArn(world, arn).arn;
  return actions.map(toActionValues).map((action) => ({
    ...action,
    ...(action.targetGroupArn === undefined ? {} : { targetGroupArn: own(action.targetGroupArn) }),
    ...(action.forward === undefined
      ? {}
      : {
          forward: {
            ...action.forward,
            targetGroups: action.forward.targetGroups.map((of) => ({ ...of, arn: own(of.arn) })),
          },
        }),
  }));
}

/** What core's checks have to know of the target groups of an instance. */
export function groupsOf(world: World) {
  const groups = new Map<string, TargetGroup>(
    ofKind(world, "tg").map((object) => [
      object.arn,
      targetGroupModel(recordedTargetGroup(object), object.arn),
    ]),
  );
  return { groupOf: (arn: string) => groups.get(arn), groupsAreComplete: true };
}

/** A load balancer's use of a target group, by a listener or a rule. */
export interface TargetGroupUse {
  readonly targetGroupArn: string;
  readonly loadBalancerArn: string;
  readonly by: AwsObject;
  readonly actions: readonly ActionValues[];
}

/** Every use of every target group. */
export function usesOf(world: World): TargetGroupUse[] {
  const ofListeners = listeners(world).map((by) => {
    const { loadBalancerArn, defaultActions } = recordedListener(by, world.connection).values;
    return { by, loadBalancerArn, actions: defaultActions };
  });
  const parents = new Map(ofListeners.map(({ by, loadBalancerArn }) => [by.arn, loadBalancerArn]));
  const ofRules = rules(world).map((by) => {
    const { listenerArn, actions } = recordedRule(by);
    return { by, loadBalancerArn: parents.get(listenerArn) ?? "", actions };
  });
  return [...ofListeners, ...ofRules].flatMap((use) =>
    targetGroupArnsOf(use.actions).map((targetGroupArn) => ({ ...use, targetGroupArn })),
  );
}

/** AWS lets one load balancer use a target group. */
export function requireOneLoadBalancer(
  actions: readonly ActionValues[],
  loadBalancerArn: string,
  world: World,
): void {
  const wanted = targetGroupArnsOf(actions);
  if (wanted.length === 0) return;
  const taken = usesOf(world).find(
    (use) => wanted.includes(use.targetGroupArn) && use.loadBalancerArn !== loadBalancerArn,
  );
  if (taken === undefined) return;
  throw new AwsError(
    "TargetGroupAssociationLimit",
    `The following target groups cannot be associated with more than one load balancer: ${taken.targetGroupArn}`,
  );
}
