import { AwsError } from "../../world/awsError";
import type { AwsObject, World } from "../../world/world";
import { listeners, resourceOf, ruleByArn } from "./lookUp";
import { requireOwn } from "./objects";
import { defaultRule } from "./shapes/rule";

/**
 * A rule that a caller wants to change.
 *
 * @param verb what AWS refuses to do to a default rule, such as `deleted`
 */
export function ownRule(world: World, arn: string, verb: string): AwsObject {
  if (defaultRules(world).has(resourceOf(arn))) {
    throw new AwsError("OperationNotPermitted", `Default rule '${arn}' cannot be ${verb}`);
  }
  const object = ruleByArn(world, arn);
  requireOwn(object, "Rule");
  return object;
}

/** The listeners' default rules by what their ARNs say of them. */
export function defaultRules(world: World) {
  return new Map(
    listeners(world).map((listener) => {
      const rule = defaultRule(listener, world);
      return [resourceOf(rule.rule.RuleArn ?? ""), rule];
    }),
  );
}
