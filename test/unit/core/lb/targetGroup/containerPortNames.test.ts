import fc from "fast-check";
import {
  ContainerPortNames,
  type Join,
} from "../../../../../core/lb/targetGroup/containerPortNames";

/** `service: port group, port group …` */
function parseJoins(text: string): Join[] {
  const [service = "", list = ""] = text.split(": ");
  return list.split(", ").map((part, index) => {
    const [port = "", group = ""] = part.split(" ");
    return { service, index, group, containerPort: Number(port) };
  });
}

function joinsOf(
  own: string,
  ...services: string[]
): { names: ContainerPortNames; stuck: number[] } {
  const names = new ContainerPortNames();
  for (const group of own) names.add(group);
  return { names, stuck: services.flatMap((text) => names.join(parseJoins(text))) };
}

test("lets target groups go by name as long as no port is shared", () => {
  const { names, stuck } = joinsOf("ab", "s: 80 a, 81 b", "t: 90 a");
  expect(stuck).toEqual([]);
  expect([names.assign("a"), names.assign("b")]).toEqual([undefined, undefined]);
  expect([names.isNamed("s", 0), names.isNamed("s", 1), names.isNamed("t", 0)]).toEqual([
    true,
    true,
    true,
  ]);
});

test("names a shared port after its first target group, and lets the others go by number", () => {
  const { names, stuck } = joinsOf("abc", "s: 80 a, 80 b, 80 c");
  expect(stuck).toEqual([]);
  expect([names.assign("a"), names.assign("b"), names.assign("c")]).toEqual([undefined, 80, 80]);
  expect([0, 1, 2].map((i) => names.isNamed("s", i))).toEqual([true, false, false]);
});

test("names a shared port after the target group that reaches several ports", () => {
  const { names, stuck } = joinsOf("ab", "s: 80 a, 80 b", "t: 90 b");
  expect(stuck).toEqual([]);
  expect([names.assign("a"), names.assign("b")]).toEqual([80, undefined]);
  expect([names.isNamed("s", 0), names.isNamed("s", 1), names.isNamed("t", 0)]).toEqual([
    false,
    true,
    true,
  ]);
});

test("names a shared port after the target group of another stack", () => {
  const { names, stuck } = joinsOf("a", "s: 80 a, 80 x");
  expect(stuck).toEqual([]);
  expect(names.assign("a")).toBe(80);
  expect([names.isNamed("s", 0), names.isNamed("s", 1)]).toEqual([false, true]);
});

test("finds one number for a target group of several services on one port", () => {
  const { names, stuck } = joinsOf("ab", "s: 80 a, 80 b", "t: 80 b");
  expect(stuck).toEqual([]);
  expect(names.assign("b")).toBe(80);
});

test.each<[string, string, string[], number[]]>([
  ["both reach several ports", "ab", ["s: 80 a, 80 b", "t: 81 a, 82 b"], [80]],
  ["both are another stack's", "", ["s: 80 x, 80 y"], [80]],
  ["one is another stack's, the other reaches two", "a", ["s: 80 a, 80 x", "t: 81 a"], [80]],
])("cannot share a port where %s", (_, own, services, expected) => {
  expect(joinsOf(own, ...services).stuck).toEqual(expected);
});

test("keeps to what is assigned when services come later", () => {
  const { names } = joinsOf("ab", "s: 80 a, 80 b");
  names.assign("a");
  names.assign("b");
  expect(names.join(parseJoins("t: 81 a"))).toEqual([]);
  expect([names.assign("a"), names.isNamed("s", 0)]).toEqual([undefined, true]);
  expect(names.join(parseJoins("u: 81 b"))).toEqual([81]);
});

test("cannot take the name of a target group away once it goes by it", () => {
  const { names } = joinsOf("ab", "s: 80 a", "t: 80 b");
  names.assign("a");
  names.assign("b");
  expect(names.join(parseJoins("u: 80 a, 80 b"))).toEqual([80]);
});

test("keeps the name of a port that a task has been made with", () => {
  const { names } = joinsOf("ab", "s: 80 a, 80 b");
  expect(names.isNamed("s", 0)).toBe(true);
  expect(names.join(parseJoins("t: 81 b"))).toEqual([81]);
});

test("knows no name for a join that nobody registered", () => {
  expect(new ContainerPortNames().isNamed("s", 0)).toBe(false);
});

test("reaches every task of every target group, by its name or by its number", () => {
  const groups = ["a", "b", "c"];
  const service = fc.uniqueArray(
    fc.record({ group: fc.constantFrom(...groups), containerPort: fc.integer({ min: 1, max: 3 }) }),
    { selector: ({ group }) => group, minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), (services) => {
      const names = new ContainerPortNames();
      for (const group of groups) names.add(group);
      const all = services.map((of, i) =>
        of.map((join, index) => ({ ...join, index, service: `s${i}` })),
      );
      fc.pre(all.every((of) => names.join(of).length === 0));
      for (const { group, service, index, containerPort } of all.flat()) {
        const number = names.assign(group);
        expect(
          number === undefined ? names.isNamed(service, index) : number === containerPort,
        ).toBe(true);
      }
    }),
  );
});
