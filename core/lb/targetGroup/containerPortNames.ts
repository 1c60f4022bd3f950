/*
 * A container port carries one name in Kubernetes, and a target group's Service reaches its tasks
 * either by one name or by one number. So a port that several target groups share bears the name
 * of one of them, and the others have to go by its number. Which one is assigned here, from what
 * the services of the program say.
 */

/** Tells a service or a target group from others: by its ARN, or by being the same object. */
export type Identity = string | object;

/** A service's place in a target group. */
export interface Join {
  readonly service: Identity;
  /** Its place in the service's `loadBalancers`. */
  readonly index: number;
  readonly group: Identity;
  readonly containerPort: number;
}

/** What the components of a program have registered so far. */
export class ContainerPortNames {
  private readonly all: Join[] = [];
  private readonly own = new Set<Identity>();
  private readonly assigned = new Map<Identity, number | undefined>();

  /** Notes a target group of the program. One of another stack goes by name there, unasked. */
  add(group: Identity): void {
    this.own.add(group);
  }

  /** Notes the joins of a service; returns the ports that no name and number can be found for. */
  join(joins: readonly Join[]): number[] {
    this.all.push(...joins);
    return [...new Set(this.all.filter((of) => this.isStuck(of)).map((of) => of.containerPort))];
  }

  /** The number that a target group goes by, or undefined for its name; it stays so from now on. */
  assign(group: Identity): number | undefined {
    if (!this.assigned.has(group)) {
      const unnamed = this.of(group).find((join) => this.named(join) !== join);
      this.assigned.set(group, unnamed?.containerPort);
    }
    return this.assigned.get(group);
  }

  /** Whether that join's container port bears the name of its target group, from now on. */
  isNamed(service: Identity, index: number): boolean {
    const join = this.all.find((of) => of.service === service && of.index === index);
    if (join === undefined) return false;
    for (const { group } of this.sharing(join)) if (this.own.has(group)) this.assign(group);
    return this.named(join) === join;
  }

  private of(group: Identity): Join[] {
    return this.all.filter((join) => join.group === group);
  }

  private sharing({ service, containerPort }: Join): Join[] {
    return this.all.filter((of) => of.service === service && of.containerPort === containerPort);
  }

  private named(join: Join): Join {
    const sharing = this.sharing(join);
    return sharing.find(({ group }) => this.needsName(group)) ?? sharing[0] ?? join;
  }

  private needsName(group: Identity): boolean {
    if (!this.own.has(group)) return true;
    if (this.assigned.has(group)) return this.assigned.get(group) === undefined;
    return new Set(this.of(group).map(({ containerPort }) => containerPort)).size > 1;
  }

  private isStuck(join: Join): boolean {
    const number = this.assigned.get(join.group);
    if (number !== undefined && number !== join.containerPort) return true;
    return this.needsName(join.group) && this.named(join) !== join;
  }
}
