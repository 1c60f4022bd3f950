import * as sdk from "@aws-sdk/client-cloudwatch-logs";
import { LENIENCIES, operations } from "../../../../../api/operations/logs";

test("has operations that AWS has, in the order of their names", () => {
  const names = Object.keys(operations);
  const known = Object.keys(sdk);
  expect(names.filter((name) => !known.includes(`${name}Command`))).toEqual([]);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
});

test("names operations in its leniencies that it has", () => {
  const named = LENIENCIES.flatMap((of) => of.operations);
  expect(named.filter((name) => !(name in operations))).toEqual([]);
});
