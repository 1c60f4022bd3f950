import { replaced, valuesOf, without, withValidNames } from "../../../../../core/lb/request/header";

const HEADERS = [
  ["X-A", " 1 "],
  ["x-a", "2, 3"],
  ["X_B", "4"],
  ["X.C", "5"],
] as const;

test("reads every line of a name, and no list apart", () => {
  expect(valuesOf(HEADERS, "X-A")).toEqual(["1", "2, 3"]);
  expect(valuesOf(HEADERS, "X-B")).toEqual([]);
});

test("takes lines out and puts one in their place", () => {
  expect(without(HEADERS, "x-A", "X_B")).toEqual([["X.C", "5"]]);
  expect(replaced(HEADERS.slice(0, 3), "X-A", "9")).toEqual([
    ["X_B", "4"],
    ["X-A", "9"],
  ]);
});

test("knows the names that AWS calls valid", () => {
  expect(withValidNames(HEADERS).map(([name]) => name)).toEqual(["X-A", "x-a"]);
});
