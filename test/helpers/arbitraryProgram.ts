import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import {
  Alb,
  Listener,
  ListenerRule,
  TargetGroup,
  type ActionArgs,
  type ConditionArgs,
  type Connection,
} from "../../components";
import { CONNECTION } from "./samples";

/** What a program says of a rule. */
interface RulePlan {
  readonly priority: number;
  readonly hosts: readonly string[];
  readonly action: ActionPlan;
}

interface ListenerPlan {
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly hasPolicy: boolean;
  readonly passesClients: boolean;
  readonly action: ActionPlan;
  readonly rules: readonly RulePlan[];
}

/** A load balancer with its listeners and rules, as somebody may write it. */
export interface ProgramPlan {
  readonly hostnames: readonly string[];
  readonly catchAll: boolean;
  readonly enableHttp2: boolean;
  /** Whether the instance is known by the outputs of another stack. */
  readonly isForeign: boolean;
  readonly listeners: readonly ListenerPlan[];
}

type ActionPlan = "forward" | "weighted" | "redirect" | "elsewhere" | "fixed";

const action = fc.constantFrom<ActionPlan>("forward", "weighted", "redirect", "elsewhere", "fixed");

const rule: fc.Arbitrary<RulePlan> = fc.record({
  priority: fc.integer({ min: 1, max: 50000 }),
  hosts: fc.uniqueArray(fc.constantFrom("a.test", "B.test", "x.wild.test", "*.a.test"), {
    maxLength: 2,
  }),
  action,
});

const listener: fc.Arbitrary<ListenerPlan> = fc.record({
  port: fc.constantFrom(80, 443, 8081, 8082, 9005),
  protocol: fc.constantFrom("HTTP" as const, "HTTPS" as const),
  hasPolicy: fc.boolean(),
  passesClients: fc.boolean(),
  action,
  rules: fc.uniqueArray(rule, { selector: ({ priority }) => priority, maxLength: 5 }),
});

export const programPlan: fc.Arbitrary<ProgramPlan> = fc.record({
  hostnames: fc.subarray(["*.wild.test", "own.test", "?.own.test"]),
  catchAll: fc.boolean(),
  enableHttp2: fc.boolean(),
  isForeign: fc.boolean(),
  listeners: fc.uniqueArray(listener, { selector: ({ port }) => port, maxLength: 5 }),
});

/** Writes the program; returns its load balancer. */
export function runPlan(plan: ProgramPlan): Alb {
  const { hostnames, catchAll, enableHttp2 } = plan;
  const connection: pulumi.Input<Connection> = plan.isForeign
    ? pulumi.output(Promise.resolve(CONNECTION))
    : CONNECTION;
  const alb = new Alb("shop", {
    connection,
    hostnames: [...hostnames],
    catchAll,
    enableHttp2,
  });
  const groups = ["a", "b"].map((name) => new TargetGroup(name, { connection }));
  const made: Listener[] = [];
  for (const { port, protocol, hasPolicy, passesClients, action: does, rules } of plan.listeners) {
    const isTls = protocol === "HTTPS";
    const of = new Listener(`l${port}`, {
      connection,
      loadBalancerArn: alb.arn,
      port,
      protocol,
      ...(isTls && hasPolicy ? { sslPolicy: "ELBSecurityPolicy-2016-08" } : {}),
      ...(isTls && passesClients ? { mutualAuthentication: { mode: "passthrough" } } : {}),
      defaultActions: [actionArgs(does, groups, made[0])],
    });
    made.push(of);
    const takesWildcards = !isTls || (!hasPolicy && !passesClients && enableHttp2);
    for (const { priority, hosts, action: then } of rules) {
      new ListenerRule(`l${port}-${priority}`, {
        connection,
        listenerArn: of.arn,
        priority,
        conditions: conditions(hosts.filter((host) => takesWildcards || !host.includes("*"))),
        actions: [actionArgs(then, groups, of)],
      });
    }
  }
  return alb;
}

function conditions(hosts: string[]): ConditionArgs[] {
  const path = { pathPattern: { values: ["/api/*"] } };
  return hosts.length === 0 ? [path] : [path, { hostHeader: { values: hosts } }];
}

function actionArgs(
  plan: ActionPlan,
  groups: readonly TargetGroup[],
  other: Listener | undefined,
): ActionArgs {
  const host = other?.hostHeader ?? "elsewhere.test";
  switch (plan) {
    case "forward":
      return { type: "forward", targetGroupArn: groups[0]?.arn ?? "" };
    case "weighted":
      return { type: "forward", forward: { targetGroups: groups.map(({ arn }) => ({ arn })) } };
    case "redirect":
      return { type: "redirect", redirect: { statusCode: "HTTP_301", path: "/moved" } };
    case "elsewhere":
      return { type: "redirect", redirect: { statusCode: "HTTP_302", host } };
    case "fixed":
      return { type: "fixed-response", fixedResponse: { statusCode: "404", messageBody: "no" } };
  }
}
