import fc from "fast-check";
import { startOrder } from "../../../../../core/ecs/pod/startOrder";
import type { ContainerModel, Dependency } from "../../../../../core/ecs/pod/model";
import { container } from "../../../../helpers/tasks";

const after = (...all: [string, Dependency["condition"]][]) => ({
  dependsOn: all.map(([containerName, condition]) => ({ containerName, condition })),
});

function named(containers: readonly ContainerModel[], runsOnce = false) {
  const { first, last } = startOrder(containers, runsOnce);
  return {
    first: first.map((of) => `${of.container.name} ${of.runs}`),
    last: last.map(({ name }) => name),
  };
}

test("starts containers together that nobody waits for, in the order of the definition", () => {
  expect(named([container("b"), container("a", { essential: false }), container("c")])).toEqual({
    first: [],
    last: ["b", "a", "c"],
  });
});

test.each([
  ["START", "db beside"],
  ["HEALTHY", "db beside"],
  ["COMPLETE", "db to its end"],
  ["SUCCESS", "db to its end"],
] as const)("starts a container first that another waits for with %s", (condition, expected) => {
  expect(named([container("web", after(["db", condition])), container("db")])).toEqual({
    first: [expected],
    last: ["web"],
  });
});

test("lets one that may end start before those that wait for its start, and keep nobody", () => {
  const logs = container("logs", { essential: false });
  const web = container("web", after(["logs", "START"]));
  expect(named([web, logs])).toEqual({ first: [], last: ["logs", "web"] });
  const third = container("third", after(["web", "HEALTHY"]));
  expect(named([third, web, logs])).toEqual({
    first: ["logs beside", "web beside"],
    last: ["third"],
  });
  expect(named([web, logs], true)).toEqual({ first: ["logs beside"], last: ["web"] });
  const healthy = container("web", after(["logs", "HEALTHY"]));
  expect(named([healthy, logs]).first).toEqual(["logs beside"]);
});

test("runs a container to its end if any other waits for that", () => {
  const all = [
    container("a", after(["job", "START"])),
    container("b", after(["job", "SUCCESS"])),
    container("job", { essential: false }),
  ];
  expect(named(all).first).toEqual(["job to its end"]);
});

test("puts a whole chain in order, and a side branch where it stands in the definition", () => {
  const all = [
    container("web", after(["migrate", "SUCCESS"], ["proxy", "START"])),
    container("migrate", { essential: false, ...after(["db", "HEALTHY"]) }),
    container("proxy"),
    container("db"),
    container("logs", { essential: false }),
  ];
  expect(named(all)).toEqual({
    first: ["db beside", "migrate to its end", "proxy beside"],
    last: ["web", "logs"],
  });
});

test("ends a task that runs once with its essential containers", () => {
  const all = [container("job"), container("logs", { essential: false })];
  expect(named(all, true)).toEqual({ first: ["logs beside"], last: ["job"] });
});

test("does not let an essential container of such a task run beside for one that is not", () => {
  const all = [
    container("job"),
    container("logs", { essential: false, ...after(["job", "START"]) }),
    container("proxy"),
    container("second", after(["proxy", "HEALTHY"])),
  ];
  expect(named(all, true)).toEqual({
    first: ["logs beside", "proxy beside"],
    last: ["job", "second"],
  });
});

/** Containers of which each waits for some before it, in an order of their own. */
const definitions = fc
  .array(
    fc.record({
      essential: fc.boolean(),
      awaits: fc.array(
        fc.tuple(fc.nat(), fc.constantFrom("START", "HEALTHY", "COMPLETE", "SUCCESS")),
        { maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ essential, awaits }, i) =>
      container(`c${i}`, {
        essential: essential || i === 0,
        ...after(
          ...(i === 0 ? [] : awaits).map(
            ([to, condition]) => [`c${to % i}`, condition] as [string, Dependency["condition"]],
          ),
        ),
      }),
    ),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

test("starts each container behind all that it waits for, and each once", () => {
  fc.assert(
    fc.property(definitions, (all) => {
      const { first, last } = startOrder(all, false);
      const early = first.map((of) => of.container.name);
      expect([...early, ...last.map(({ name }) => name)].sort()).toEqual(
        all.map(({ name }) => name).sort(),
      );
      const order = [...early, ...last.map(({ name }) => name)];
      for (const { name, dependsOn } of all) {
        for (const { containerName, condition } of dependsOn) {
          expect(order.indexOf(containerName)).toBeLessThan(order.indexOf(name));
          if (condition !== "START") expect(early).toContain(containerName);
        }
      }
      expect(last).not.toHaveLength(0);
    }),
  );
});

test("keeps those orders of a task that runs once that do not hold up its end", () => {
  fc.assert(
    fc.property(definitions, (all) => {
      const { first, last } = startOrder(all, true);
      const early = first.map((of) => of.container.name);
      expect(last.length).toBeGreaterThan(0);
      for (const { essential } of last) expect(essential).toBe(true);
      for (const { name, essential, dependsOn } of all) {
        for (const { containerName } of dependsOn) {
          const isEssential = all.some((of) => of.name === containerName && of.essential);
          if (!essential && isEssential) continue;
          const own = early.indexOf(name);
          const awaited = early.indexOf(containerName);
          expect(awaited).toBeGreaterThanOrEqual(0);
          if (own >= 0) expect(awaited).toBeLessThan(own);
        }
      }
    }),
  );
});
