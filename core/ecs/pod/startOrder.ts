import type { ContainerModel, Dependency } from "./model";

/** The containers of a pod: the first ones start one after the other, the last ones together. */
export interface StartOrder {
  /** Each starts once the one before it has started, is healthy, or has ended. */
  readonly first: readonly OrderedContainer[];
  readonly last: readonly ContainerModel[];
}

export interface OrderedContainer {
  readonly container: ContainerModel;
  /** Whether it runs to its end before the next one starts, or beside all others. */
  readonly runs: "to its end" | "beside";
}

/**
 * The order in which ECS starts the containers of a task, as Kubernetes can: those that others wait
 * for come first, one by one. So a container may start later than on ECS, never earlier, and they
 * stop in the reverse order.
 *
 * A container that others wait for to end (COMPLETE, SUCCESS) is run again until it succeeds; in a
 * task that runs once its failure is the task's.
 *
 * A container of a service that is not essential may end. Where others only wait for its START it
 * stands before them among the last ones, which start in their order: its end keeps nobody waiting.
 *
 * A log router is one of the first: it reads what the others write until they have stopped. One that waits
 * for others itself starts after them, and stops when they do.
 *
 * A task that runs once has ended when its essential containers have, so the others run beside
 * them; that they wait for an essential one cannot be kept there.
 */
export function startOrder(containers: readonly ContainerModel[], runsOnce: boolean): StartOrder {
  const ordered = sorted(containers.map((container) => held(container, containers, runsOnce)));
  const early = new Map<string, OrderedContainer["runs"]>();
  // From the last one on: whether a container is early hangs on those that wait for it.
  for (const { container } of [...ordered].reverse()) {
    const runs = runsEarly(container, waitersOf(container.name, ordered), early, runsOnce);
    if (runs !== undefined) early.set(container.name, runs);
  }
  return {
    first: ordered.flatMap(({ container }) => {
      const runs = early.get(container.name);
      return runs === undefined ? [] : [{ container, runs }];
    }),
    last: ordered.map(({ container }) => container).filter(({ name }) => !early.has(name)),
  };
}

interface Waiter {
  readonly name: string;
  readonly condition: Dependency["condition"];
}

function waitersOf(name: string, all: readonly Held[]): Waiter[] {
  return all.flatMap(({ container, awaits }) =>
    awaits
      .filter(({ containerName }) => containerName === name)
      .map(({ condition }) => ({ name: container.name, condition })),
  );
}

/** How a container runs before the last ones; undefined where it is one of them. */
function runsEarly(
  { essential, router }: ContainerModel,
  waiters: readonly Waiter[],
  early: ReadonlyMap<string, unknown>,
  runsOnce: boolean,
): OrderedContainer["runs"] | undefined {
  const conditions = waiters.map(({ condition }) => condition);
  if (conditions.some((of) => of === "COMPLETE" || of === "SUCCESS")) return "to its end";
  if (runsOnce) return waiters.length > 0 || !essential ? "beside" : undefined;
  const mayEnd =
    !essential &&
    router === undefined &&
    waiters.every((of) => of.condition === "START" && !early.has(of.name));
  return waiters.length > 0 && !mayEnd ? "beside" : undefined;
}

interface Held {
  readonly container: ContainerModel;
  readonly awaits: readonly Dependency[];
}

function held(container: ContainerModel, all: readonly ContainerModel[], runsOnce: boolean): Held {
  const isEssential = (name: string) => all.some((of) => of.name === name && of.essential);
  const kept = ({ containerName }: Dependency) =>
    !runsOnce || container.essential || !isEssential(containerName);
  return { container, awaits: container.dependsOn.filter(kept) };
}

/** Each behind all that it waits for, and otherwise in the order of the definition. */
function sorted(all: readonly Held[]): Held[] {
  const done = new Map<string, Held>();
  const visit = (of: Held): void => {
    if (done.has(of.container.name)) return;
    for (const { containerName } of of.awaits) {
      const awaited = all.find(({ container }) => container.name === containerName);
      if (awaited !== undefined) visit(awaited);
    }
    done.set(of.container.name, of);
  };
  all.forEach(visit);
  return [...done.values()];
}
