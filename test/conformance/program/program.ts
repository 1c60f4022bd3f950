import {
  Alb,
  KecsInstance,
  Listener,
  ListenerRule,
  stackOutputs,
  type KecsInstanceArgs,
  type PendingOutputs,
} from "../../../components";
import { actionArgs, albArgs, ruleArgs } from "./fixtureArgs";
import { SharedGroups } from "./groups";
import type { Plan, PlannedAlb } from "../plan/plan";
import { makeTargets, type Place } from "./targets";
import { tlsArgs } from "./tlsArgs";

type ArnOf = Parameters<typeof actionArgs>[1];

/** The program that puts a plan into an instance, with nothing but the product's components. */
export function conformanceProgram(
  name: string,
  args: KecsInstanceArgs,
  plan: Plan,
  clientAuthorities: string,
) {
  return (): PendingOutputs => {
    const instance = new KecsInstance(name, args);
    const shared = new SharedGroups(plan);
    const groups = makeTargets(instance, shared);
    const albs = Object.entries(plan).flatMap(([fixture, { albs, simulateSourceIp = false }]) => {
      const arnOf: ArnOf = (group) => {
        const found = groups.get(shared.nameOf(fixture, group));
        if (found === undefined) throw new Error(`no target group ${group}`);
        return found.arn;
      };
      return albs.map((alb) => makeAlb(instance, alb, simulateSourceIp, arnOf, clientAuthorities));
    });
    return stackOutputs(instance, albs);
  };
}

function makeAlb(
  place: Place,
  fixture: PlannedAlb,
  simulateSourceIp: boolean,
  arnOf: ArnOf,
  clientAuthorities: string,
): Alb {
  const { connection, options } = place;
  const alb = new Alb(fixture.name, { connection, ...albArgs(fixture, simulateSourceIp) }, options);
  for (const { port, protocol, defaultActions, rules = [], ...rest } of fixture.listeners) {
    const name = `${fixture.name}-${port}`;
    const listener = new Listener(
      name,
      {
        connection,
        loadBalancerArn: alb.arn,
        port,
        protocol,
        defaultActions: defaultActions.map((action) => actionArgs(action, arnOf)),
        ...tlsArgs(place, name, rest, clientAuthorities),
      },
      options,
    );
    for (const rule of rules) {
      new ListenerRule(
        `${name}-${rule.priority}`,
        { connection, listenerArn: listener.arn, ...ruleArgs(rule, arnOf) },
        options,
      );
    }
  }
  return alb;
}
