import type { Plan, PlannedGroup } from "../plan/plan";

/**
 * The target groups of all fixtures. Fixtures say the same of most of them, and groups that are
 * the same are made once: a service can join only a few.
 */
export class SharedGroups {
  /** Every group to be made, by its name. */
  readonly groups = new Map<string, PlannedGroup>();
  private readonly names = new Map<string, string>();

  constructor(plan: Plan) {
    for (const [fixture, { targetGroups }] of Object.entries(plan)) this.add(fixture, targetGroups);
  }

  /** The name of the group that stands for a fixture's. */
  nameOf(fixture: string, group: string): string {
    const name = this.names.get(`${fixture}/${group}`);
    if (name === undefined) throw new Error(`fixture ${fixture} has no target group ${group}`);
    return name;
  }

  /** The names of the groups that a target belongs to. */
  joinedBy(target: string): string[] {
    return [...this.groups]
      .filter(([, { targets }]) => targets.includes(target))
      .map(([name]) => name);
  }

  private add(fixture: string, targetGroups: Readonly<Record<string, PlannedGroup>>): void {
    const seen: Record<string, number> = {};
    for (const [group, settings] of Object.entries(targetGroups)) {
      const base = settings.isOwn === true ? `${fixture}-${group}` : describe(settings);
      // Two groups of one fixture stay two: an action may name both.
      const copy = (seen[base] = (seen[base] ?? 0) + 1);
      const name = copy === 1 ? base : `${base}-${copy}`;
      this.groups.set(name, settings);
      this.names.set(`${fixture}/${group}`, name);
    }
  }
}

/** A name that says all that distinguishes a group, within the 32 characters of AWS. */
function describe({
  targets,
  protocol,
  protocolVersion,
  algorithm,
  stickiness,
}: PlannedGroup): string {
  const name = [
    ...(targets.length === 0 ? ["empty"] : targets),
    protocol,
    protocolVersion,
    algorithm?.slice(0, 5),
    ...(stickiness === undefined
      ? []
      : [stickiness.type.slice(0, 3), stickiness.cookieName, stickiness.duration]),
  ]
    .filter((part) => part !== undefined)
    .join("-")
    .replace(/[^A-Za-z0-9]+/g, "-");
  if (name.length > 32) throw new Error(`the name ${name} is longer than a target group's may be`);
  return name;
}
