import type {
  DeleteRuleCommandInput,
  DeleteRuleOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { remove } from "./objects";
import { ownRule } from "./ownRule";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteRule.html */
export const deleteRule: Operation<DeleteRuleCommandInput, DeleteRuleOutput> = (
  { RuleArn = "" },
  world,
) => ({ output: {}, changes: [remove(ownRule(world, RuleArn, "deleted"))] });
