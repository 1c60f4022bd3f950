import { Alb, Listener, ListenerRule, TargetGroup } from "../../components";
import type {
  ActionArgs,
  AlbArgs,
  ListenerArgs,
  ListenerRuleArgs,
  TargetGroupArgs,
} from "../../components";
import { CONNECTION } from "./samples";

/* Components of a program whose only load balancer is `shop`, with little to say of each. */

export const OK: ActionArgs = { type: "fixed-response", fixedResponse: { statusCode: "200" } };

export function alb(more: Partial<AlbArgs> = {}): Alb {
  return new Alb("shop", { connection: CONNECTION, ...more });
}

export function listener(of: Alb, port: number, more: Partial<ListenerArgs> = {}): Listener {
  return new Listener(`l${port}`, {
    connection: CONNECTION,
    loadBalancerArn: of.arn,
    port,
    defaultActions: [OK],
    ...more,
  });
}

export function rule(
  name: string,
  of: Pick<Listener, "arn">,
  priority: number,
  more: Partial<ListenerRuleArgs> = {},
): ListenerRule {
  return new ListenerRule(name, {
    connection: CONNECTION,
    listenerArn: of.arn,
    priority,
    conditions: [{ pathPattern: { values: ["/api/*"] } }],
    actions: [OK],
    ...more,
  });
}

export function group(name: string, more: Partial<TargetGroupArgs> = {}): TargetGroup {
  return new TargetGroup(name, { connection: CONNECTION, ...more });
}

export function hosts(...values: string[]) {
  return [{ hostHeader: { values } }];
}
