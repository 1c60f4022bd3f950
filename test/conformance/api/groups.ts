import type { ActionFixture } from "../caseFile";
import type { Plan, PlannedAlb, PlannedGroup } from "../plan/plan";

/** How many target groups AWS lets a service join. */
const MOST_GROUPS = 5;

/** A target group of one load balancer: AWS lets no two share one. */
export function groupName({ name }: Pick<PlannedAlb, "name">, group: string): string {
  return `${name}-${group}`;
}

/** Every target group to be made, by its name. */
export function groupsOf(plan: Plan): Map<string, PlannedGroup> {
  const groups = new Map<string, PlannedGroup>();
  for (const { albs, targetGroups } of Object.values(plan)) {
    for (const alb of albs) {
      for (const group of usedBy(alb)) {
        const settings = targetGroups[group];
        if (settings === undefined) throw new Error(`${alb.name} has no target group ${group}`);
        groups.set(groupName(alb, group), settings);
      }
    }
  }
  return groups;
}

function usedBy({ listeners }: PlannedAlb): Set<string> {
  const actions = listeners.flatMap(({ defaultActions, rules = [] }): readonly ActionFixture[] => [
    ...defaultActions,
    ...rules.flatMap((rule) => rule.actions),
  ]);
  return new Set(
    actions.flatMap((of) => (of.type === "forward" ? of.targetGroups.map(({ name }) => name) : [])),
  );
}

/** A service of a target, with the target groups that it joins. */
export interface PlannedService {
  readonly name: string;
  readonly target: string;
  readonly groups: readonly string[];
}

/** As many services of each target as its target groups need; the first has the target's name. */
export function servicesOf(groups: ReadonlyMap<string, PlannedGroup>): PlannedService[] {
  const targets = new Set([...groups.values()].flatMap((group) => group.targets));
  return [...targets].flatMap((target) => {
    const joined = [...groups].flatMap(([name, of]) => (of.targets.includes(target) ? [name] : []));
    return Array.from({ length: Math.ceil(joined.length / MOST_GROUPS) }, (_, i) => ({
      name: i === 0 ? target : `${target}-${i + 1}`,
      target,
      groups: joined.slice(i * MOST_GROUPS, (i + 1) * MOST_GROUPS),
    }));
  });
}
