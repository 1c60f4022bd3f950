import type {
  SetRulePrioritiesCommandInput,
  SetRulePrioritiesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { requireFreePriority } from "./checkRule";
import { listenerOf, rulesOf } from "./lookUp";
import { replace } from "./objects";
import { ownRule } from "./ownRule";
import { toAwsRule } from "./shapes/rule";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetRulePriorities.html */
export const setRulePriorities: Operation<
  SetRulePrioritiesCommandInput,
  SetRulePrioritiesOutput
> = ({ RulePriorities = [] }, world) => {
  const moves = RulePriorities.map(({ RuleArn = "", Priority = 0 }) => ({
    object: ownRule(world, RuleArn, "given a priority"),
    priority: Priority,
  }));
  const moved = new Set(moves.map(({ object }) => object.key));
  const taken = new Set<string>();
  for (const { object, priority } of moves) {
    const place = `${recordedRule(object).listenerArn} ${priority}`;
    if (taken.has(place)) {
      throw new AwsError("ValidationError", `Priority '${priority}' was provided multiple times`);
    }
    taken.add(place);
    const others = rulesOf(world, listenerOf(world, object));
    requireFreePriority(
      priority,
      others.filter(({ key }) => !moved.has(key)),
    );
  }
  const changed = moves.map(({ object, priority }) => ({
    ...object,
    attributes: { ...object.attributes, priority },
  }));
  return {
    output: { Rules: changed.map(toAwsRule) },
    changes: changed.map((object) => replace(object, {})),
  };
};
