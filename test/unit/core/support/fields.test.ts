import { checkFields } from "../../../../core/support/fieldCheck";
import {
  byValue,
  ignored,
  refused,
  rowsOfSpec,
  supported,
} from "../../../../core/support/fieldSpec";
import { among } from "../../../../core/support/fieldTable";
import { refuseFields, warnOfFields } from "../../../../core/support/fieldTreatment";
import { withoutNulls } from "../../../../core/support/fieldWalk";
import { brief, only } from "../../../helpers/issues";

const TABLE = rowsOfSpec({
  name: supported("text!", "h"),
  count: ignored("number", "counts nothing"),
  flag: ignored("boolean", "flags nothing"),
  words: ignored("texts", "says nothing"),
  labels: supported("textMap", "h"),
  items: refused("objects", "no items", "go", {
    fields: { interval: "number!", codes: "numbers" },
  }),
  box: supported("object", "h", {
    fields: {
      mode: byValue(
        "text",
        { treatment: "ignored", here: "a is b", only: among("a") },
        { treatment: "rejected", here: "no c", only: among("c") },
      ),
    },
  }),
});

const check = (values: Record<string, unknown>) => {
  const { unknown, misshapen } = checkFields(TABLE, values, "t", { of: "a thing" });
  return { unknown: brief([...unknown]), misshapen: brief([...misshapen]) };
};

test.each<[string, Record<string, unknown>, string[], string[]]>([
  ["nothing", {}, [], ["KECS1009 t.name"]],
  ["all as it should be", { name: "a", box: { mode: "a" }, labels: { a: "b" } }, [], []],
  ["nulls", { name: "a", count: null, items: null }, [], []],
  ["an unknown field", { name: "a", nmae: 1 }, ["KECS1024 t.nmae"], []],
  [
    "an unknown field of a list's object",
    { name: "a", items: [{ interval: 1 }, { interval: 1, intervall: 1 }] },
    ["KECS1024 t.items[1].intervall"],
    [],
  ],
  [
    "wrong kinds everywhere",
    {
      name: 1,
      count: "1",
      flag: "true",
      words: [1],
      labels: { a: 1 },
      items: [1, { interval: NaN, codes: [true] }],
      box: [],
    },
    [],
    [
      "KECS1024 t.name",
      "KECS1024 t.count",
      "KECS1024 t.flag",
      "KECS1024 t.words[0]",
      "KECS1024 t.labels.a",
      "KECS1024 t.items[0]",
      "KECS1024 t.items[1].interval",
      "KECS1024 t.items[1].codes[0]",
      "KECS1024 t.box",
    ],
  ],
  [
    "a missing field of a list's object",
    { name: "a", items: [{}] },
    [],
    ["KECS1009 t.items[0].interval"],
  ],
])("finds in %s what is wrong with the fields", (_, values, unknown, misshapen) => {
  expect(check(values)).toEqual({ unknown, misshapen });
});

test("names the nearest field, and else all of them", () => {
  const hint = (name: string) =>
    only([...checkFields(TABLE, { name: "a", [name]: 1 }, "t", { of: "a thing" }).unknown]).hint;
  expect(hint("Count")).toBe('did you mean "count"?');
  expect(hint("something")).toBe("the fields are name, count, flag, words, labels, items, box");
});

test("tells of a wrong kind without its value", () => {
  const { misshapen } = checkFields(TABLE, { name: "a", count: "hunter2" }, "t", { of: "a thing" });
  expect(only([...misshapen]).message).toBe("is a string, not a number");
});

test("warns once of all that is done otherwise, in the table's order", () => {
  const values = { words: ["a"], count: 1, flag: false, box: { mode: "a" } };
  expect(warnOfFields(TABLE, values, "t")).toEqual([
    {
      code: "KECS1023",
      path: "t",
      message:
        "works differently here than on ECS\n    count: counts nothing\n    words: says nothing\n    box.mode: a is b",
      hint: "docs/ecs.md says what every field does here",
      severity: "warning",
    },
  ]);
});

test("warns of nothing where fields ask for nothing", () => {
  expect(warnOfFields(TABLE, { words: [], flag: false, box: { mode: "b" } }, "t")).toEqual([]);
});

test("refuses by the exact path", () => {
  expect(refuseFields(TABLE, { items: [{ interval: 1 }], box: { mode: "c" } }, "t")).toMatchObject([
    { code: "KECS1013", path: "t.items", message: "no items", hint: "go" },
    { code: "KECS1013", path: "t.box.mode", message: "no c" },
  ]);
});

test("drops nulls at every depth", () => {
  expect(withoutNulls({ a: null, b: [{ c: null, d: 1 }], e: undefined })).toEqual({
    b: [{ d: 1 }],
  });
});
