import type {
  CreateRuleCommandInput,
  CreateRuleOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { listenerRuleArn } from "../../../core/arn";
import { recordedRule, ruleRecord } from "../../../core/lb/listenerRule/record";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { recordedQuotas } from "../../../core/lb/loadBalancer/record";
import { actionsIn } from "./actions";
import { checkRule, requireFreePriority, requireNoTransforms } from "./checkRule";
import {
  listenerByArn,
  listenerPlace,
  listenersOf,
  loadBalancerOf,
  rules,
  rulesOf,
} from "./lookUp";
import { newObject, put } from "./objects";
import { INPUT, refuse } from "./refuse";
import { toAwsRule, withParts } from "./shapes/rule";
import { toTagValues } from "./shapes/tags";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
export const createRule: Operation<CreateRuleCommandInput, CreateRuleOutput> = (input, world) => {
  const { connection } = world;
  requireNoTransforms(input.Transforms);
  const listener = listenerByArn(world, input.ListenerArn);
  const bare = {
    connection,
    listenerArn: listener.arn,
    priority: input.Priority ?? 0,
    conditions: [],
    actions: [],
    tags: toTagValues(input.Tags),
  };
  const actions = actionsIn(input.Actions ?? [], world);
  const values = withParts(bare, { conditions: input.Conditions ?? [], actions });
  checkRule(values, listener, world);
  requireFreePriority(values.priority, rulesOf(world, listener));
  const parent = loadBalancerOf(world, listener);
  const siblings = listenersOf(world, parent).map(({ arn }) => arn);
  const count = rules(world).filter((of) => siblings.includes(recordedRule(of).listenerArn)).length;
  const quota = quotaIssue("rules", count + 1, recordedQuotas(parent).rules, INPUT);
  if (quota !== undefined) refuse([quota], { KECS1019: "TooManyRules" });
  const name = `r-${world.randomHex(12)}`;
  const { loadBalancer, port } = listenerPlace(world, listener);
  const arn = listenerRuleArn(connection, loadBalancer, port, name);
  const made = newObject(ruleRecord(values, name, arn), {}, world);
  return { output: { Rules: [toAwsRule(made)] }, changes: [put(made)] };
};
