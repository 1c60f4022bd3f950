import fc from "fast-check";
import { Joins, type Join } from "../../../../../core/lb/targetGroup/joins";

/** `service: port group, port group …` */
function told(text: string): Join[] {
  const [service = "", list = ""] = text.split(": ");
  return list.split(", ").map((part, index) => {
    const [port = "", group = ""] = part.split(" ");
    return { service, index, group, containerPort: Number(port) };
  });
}

function joinsOf(own: string, ...services: string[]): { joins: Joins; stuck: number[] } {
  const joins = new Joins();
  for (const group of own) joins.add(group);
  return { joins, stuck: services.flatMap((text) => joins.join(told(text))) };
}

test("lets target groups go by name as long as no port is shared", () => {
  const { joins, stuck } = joinsOf("ab", "s: 80 a, 81 b", "t: 90 a");
  expect(stuck).toEqual([]);
  expect([joins.settle("a"), joins.settle("b")]).toEqual([undefined, undefined]);
  expect([joins.isNamed("s", 0), joins.isNamed("s", 1), joins.isNamed("t", 0)]).toEqual([
    true,
    true,
    true,
  ]);
});

test("names a shared port after its first target group, and lets the others go by number", () => {
  const { joins, stuck } = joinsOf("abc", "s: 80 a, 80 b, 80 c");
  expect(stuck).toEqual([]);
  expect([joins.settle("a"), joins.settle("b"), joins.settle("c")]).toEqual([undefined, 80, 80]);
  expect([0, 1, 2].map((i) => joins.isNamed("s", i))).toEqual([true, false, false]);
});

test("names a shared port after the target group that reaches several ports", () => {
  const { joins, stuck } = joinsOf("ab", "s: 80 a, 80 b", "t: 90 b");
  expect(stuck).toEqual([]);
  expect([joins.settle("a"), joins.settle("b")]).toEqual([80, undefined]);
  expect([joins.isNamed("s", 0), joins.isNamed("s", 1), joins.isNamed("t", 0)]).toEqual([
    false,
    true,
    true,
  ]);
});

test("names a shared port after the target group of another stack", () => {
  const { joins, stuck } = joinsOf("a", "s: 80 a, 80 x");
  expect(stuck).toEqual([]);
  expect(joins.settle("a")).toBe(80);
  expect([joins.isNamed("s", 0), joins.isNamed("s", 1)]).toEqual([false, true]);
});

test("finds one number for a target group of several services on one port", () => {
  const { joins, stuck } = joinsOf("ab", "s: 80 a, 80 b", "t: 80 b");
  expect(stuck).toEqual([]);
  expect(joins.settle("b")).toBe(80);
});

test.each<[string, string, string[], number[]]>([
  ["both reach several ports", "ab", ["s: 80 a, 80 b", "t: 81 a, 82 b"], [80]],
  ["both are another stack's", "", ["s: 80 x, 80 y"], [80]],
  ["one is another stack's, the other reaches two", "a", ["s: 80 a, 80 x", "t: 81 a"], [80]],
])("cannot share a port where %s", (_, own, services, expected) => {
  expect(joinsOf(own, ...services).stuck).toEqual(expected);
});

test("keeps to what is settled when services come later", () => {
  const { joins } = joinsOf("ab", "s: 80 a, 80 b");
  joins.settle("a");
  joins.settle("b");
  expect(joins.join(told("t: 81 a"))).toEqual([]);
  expect([joins.settle("a"), joins.isNamed("s", 0)]).toEqual([undefined, true]);
  expect(joins.join(told("u: 81 b"))).toEqual([81]);
});

test("cannot take the name of a target group away once it goes by it", () => {
  const { joins } = joinsOf("ab", "s: 80 a", "t: 80 b");
  joins.settle("a");
  joins.settle("b");
  expect(joins.join(told("u: 80 a, 80 b"))).toEqual([80]);
});

test("keeps the name of a port that a task has been made with", () => {
  const { joins } = joinsOf("ab", "s: 80 a, 80 b");
  expect(joins.isNamed("s", 0)).toBe(true);
  expect(joins.join(told("t: 81 b"))).toEqual([81]);
});

test("knows no name for a join that was not told", () => {
  expect(new Joins().isNamed("s", 0)).toBe(false);
});

test("reaches every task of every target group, by its name or by its number", () => {
  const groups = ["a", "b", "c"];
  const service = fc.uniqueArray(
    fc.record({ group: fc.constantFrom(...groups), containerPort: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ group }) => group, minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), (services) => {
      const joins = new Joins();
      for (const group of groups) joins.add(group);
      const all = services.map((of, i) =>
        of.map((join, index) => ({ ...join, index, service: i })),
      );
      fc.pre(all.every((of) => joins.join(of).length === 0));
      for (const { group, service: i, index, containerPort } of all.flat()) {
        const number = joins.settle(group);
        expect(number === undefined ? joins.isNamed(i, index) : number === containerPort).toBe(
          true,
        );
      }
    }),
  );
});
