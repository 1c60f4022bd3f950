import { contains, MAX_RANGE_WIDTH, width } from "../../../../core/ports/range";

test("has at most as many ports as there are NodePorts from 30800 to 30899", () => {
  expect(MAX_RANGE_WIDTH).toBe(100);
});

test.each([
  [{ start: 9000, end: 9000 }, 1],
  [{ start: 9000, end: 9099 }, 100],
  [{ start: 9000, end: 8999 }, 0],
])("counts both ends of %j", (range, expected) => {
  expect(width(range)).toBe(expected);
});

test.each([
  [8999, false],
  [9000, true],
  [9009, true],
  [9010, false],
])("contains both ends: %i", (port, expected) => {
  expect(contains({ start: 9000, end: 9009 }, port)).toBe(expected);
});
