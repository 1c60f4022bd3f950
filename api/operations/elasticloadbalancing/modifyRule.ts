import type {
  ModifyRuleCommandInput,
  ModifyRuleOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { recordedRule, ruleRecord } from "../../../core/lb/listenerRule/record";
import { actionsIn } from "./actions";
import { checkRule, requireNoTransforms } from "./checkRule";
import { listenerOf } from "./lookUp";
import { replace } from "./objects";
import { ownRule } from "./ownRule";
import { toAwsRule, withParts } from "./shapes/rule";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html */
export const modifyRule: Operation<ModifyRuleCommandInput, ModifyRuleOutput> = (input, world) => {
  const object = ownRule(world, input.RuleArn ?? "", "modified");
  requireNoTransforms(input.Transforms);
  const conditions = given(input.Conditions);
  const actions = given(input.Actions);
  if (conditions === undefined && actions === undefined && input.ResetTransforms !== true) {
    throw new AwsError("ValidationError", "Either conditions or actions must be specified");
  }
  const { name, ...present } = recordedRule(object);
  const values = withParts(
    { ...present, connection: world.connection },
    { conditions, actions: actions && actionsIn(actions, world) },
  );
  checkRule(values, listenerOf(world, object), world);
  const attributes = { ...ruleRecord(values, name, object.arn).attributes };
  return {
    output: { Rules: [toAwsRule({ ...object, attributes })] },
    changes: [replace(object, { attributes })],
  };
};

function given<Item>(list: Item[] | undefined): Item[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}
