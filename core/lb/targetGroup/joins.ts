/*
 * A container port carries one name in Kubernetes, and a target group's Service reaches its tasks
 * either by one name or by one number. So a port that several target groups share bears the name
 * of one of them, and the others have to go by its number. Which one is settled here, from what
 * the services of the program say.
 */

/** A service's place in a target group. Services and target groups are told apart by identity. */
export interface Join {
  readonly service: unknown;
  /** Its place in the service's `loadBalancers`. */
  readonly index: number;
  readonly group: unknown;
  readonly containerPort: number;
}

/** What the components of a program have told so far. */
export class Joins {
  private readonly all: Join[] = [];
  private readonly own = new Set<unknown>();
  private readonly settled = new Map<unknown, number | undefined>();

  /** Notes a target group of the program. One of another stack goes by name there, unasked. */
  add(group: unknown): void {
    this.own.add(group);
  }

  /** Notes the joins of a service; returns the ports that no name and number can be found for. */
  join(joins: readonly Join[]): number[] {
    this.all.push(...joins);
    return [...new Set(this.all.filter((of) => this.isStuck(of)).map((of) => of.containerPort))];
  }

  /** The number that a target group goes by, or undefined for its name; it stays so from now on. */
  settle(group: unknown): number | undefined {
    if (!this.settled.has(group)) {
      const unnamed = this.of(group).find((join) => this.bearer(join) !== join);
      this.settled.set(group, unnamed?.containerPort);
    }
    return this.settled.get(group);
  }

  /** Whether that join's container port bears the name of its target group, from now on. */
  isNamed(service: unknown, index: number): boolean {
    const join = this.all.find((of) => of.service === service && of.index === index);
    if (join === undefined) return false;
    for (const { group } of this.sharing(join)) if (this.own.has(group)) this.settle(group);
    return this.bearer(join) === join;
  }

  private of(group: unknown): Join[] {
    return this.all.filter((join) => join.group === group);
  }

  private sharing({ service, containerPort }: Join): Join[] {
    return this.all.filter((of) => of.service === service && of.containerPort === containerPort);
  }

  private bearer(join: Join): Join {
    const sharing = this.sharing(join);
    return sharing.find(({ group }) => this.needsName(group)) ?? sharing[0] ?? join;
  }

  private needsName(group: unknown): boolean {
    if (!this.own.has(group)) return true;
    if (this.settled.has(group)) return this.settled.get(group) === undefined;
    return new Set(this.of(group).map(({ containerPort }) => containerPort)).size > 1;
  }

  private isStuck(join: Join): boolean {
    const number = this.settled.get(join.group);
    if (number !== undefined && number !== join.containerPort) return true;
    return this.needsName(join.group) && this.bearer(join) !== join;
  }
}
