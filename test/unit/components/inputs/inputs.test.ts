import {
  mapInput,
  pick,
  withPlainValue,
  plainValue,
  plainOutermost,
} from "../../../../components/inputs/inputs";
import { later, valueOf } from "../../../helpers/outputs";

describe("peek", () => {
  test.each([
    ["a text", "a", "a"],
    ["a number", 0, 0],
    ["a falsehood", false, false],
    ["a list", ["a", 1], ["a", 1]],
    ["a list with a gap", ["a", undefined], ["a", undefined]],
    ["an object, without its undefined fields", { a: { b: 1 }, c: undefined }, { a: { b: 1 } }],
    ["nothing", undefined, undefined],
  ])("tells %s", (_, input, expected) => {
    expect(plainValue(input)).toEqual(expected);
  });

  test("tells a remembered Output, also deep inside", () => {
    const output = withPlainValue(later("a"), "a");
    expect(plainValue({ list: [output] })).toEqual({ list: ["a"] });
  });

  test.each([
    ["an Output", () => later(1)],
    ["a Promise", () => Promise.resolve(1)],
    ["a list with an Output", () => [1, later(1)]],
    ["an object with a Promise", () => ({ a: { b: Promise.resolve(1) } })],
  ])("does not tell %s", (_, make) => {
    expect(plainValue(make())).toBeUndefined();
  });
});

test("tells the outermost value alone", () => {
  const inside = later("a");
  expect(plainOutermost([inside])).toEqual([inside]);
  expect(plainOutermost(withPlainValue(later("a"), "a"))).toBe("a");
  expect([plainOutermost(inside), plainOutermost(Promise.resolve(1))]).toEqual([
    undefined,
    undefined,
  ]);
});

test("derives a value that is remembered where its source is", async () => {
  const double = (value: number): number => value * 2;
  const plain = mapInput(withPlainValue(later(1), 1), double);
  const unknown = mapInput(later(2), double);
  expect([plainValue(plain), plainValue(unknown)]).toEqual([2, undefined]);
  expect([await valueOf(plain), await valueOf(unknown)]).toEqual([2, 4]);
});

test("takes an object apart into Outputs", async () => {
  const { a, b } = pick(later({ a: 1, b: "x", c: true }), "a", "b");
  expect([await valueOf(a), await valueOf(b)]).toEqual([1, "x"]);
});
