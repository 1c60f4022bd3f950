import { MOST_LEVELS, nestingIssues } from "../../../../core/support/nesting";
import { brief } from "../../../helpers/issues";

const shared = { a: "b" };
const never = () => false;
const nested = (levels: number): unknown => {
  let value: unknown = "a";
  for (let i = 0; i < levels; i += 1) value = { value };
  return value;
};

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["flat arguments", { a: 1, b: ["c", null] }],
  ["a value that several fields share", { a: [shared], b: shared }],
  ["as many levels as may be", nested(MOST_LEVELS)],
])("says nothing of %s", (_, values) => {
  expect(nestingIssues(values, "c", never)).toEqual([]);
});

test("names the field that holds itself, or is too deep", () => {
  const circular: Record<string, unknown> = {};
  circular["self"] = [circular];
  expect(brief(nestingIssues({ a: 1, b: { c: circular } }, "c", never))).toEqual(["KECS1024 c.b"]);
  expect(brief(nestingIssues({ a: nested(5000) }, "c", never))).toEqual(["KECS1024 c.a"]);
});

test("does not look at what cannot be told yet", () => {
  const later = nested(5000);
  expect(nestingIssues({ a: later }, "c", (value) => value === later)).toEqual([]);
});
