import { CONTAINER_FIELDS } from "../../../../core/ecs/taskDefinition/fields/container";
import type { ContainerValues } from "../../../../core/ecs/taskDefinition/values/container";
import {
  byValue,
  emulated,
  holding,
  rowsOfSpec,
  supported,
  type SpecsOf,
} from "../../../../core/support/fieldSpec";
import { among } from "../../../../core/support/fieldTable";

test("makes a row of each field, or of each case of its values, before those in it", () => {
  const [a, b] = [among("a"), among("b")];
  const rows = rowsOfSpec({
    list: emulated("objects!", "otherwise", {
      fields: { own: "text!", deep: holding("object", { codes: "numbers" }) },
    }),
    mode: byValue(
      "text!",
      { treatment: "supported", here: "so", only: a },
      { treatment: "rejected", here: "not so", instead: "do so", only: b },
    ),
    text: supported("text", "as on AWS", { ofText: "pass it" }),
  });
  const part = { here: "", treatment: "emulated", part: true };
  const mode = { path: "mode", kind: "text", required: true };
  expect(rows).toEqual([
    { path: "list", kind: "objects", required: true, treatment: "emulated", here: "otherwise" },
    { path: "list[].own", kind: "text", required: true, ...part },
    { path: "list[].deep", kind: "object", ...part },
    { path: "list[].deep.codes", kind: "numbers", ...part },
    { ...mode, treatment: "supported", here: "so", only: a },
    { ...mode, treatment: "rejected", here: "not so", instead: "do so", only: b },
    { path: "text", kind: "text", treatment: "supported", here: "as on AWS", ofText: "pass it" },
  ]);
});

test("has the compiler hold a container's fields against its values", () => {
  const { memory, ...others } = CONTAINER_FIELDS;
  const all: SpecsOf<ContainerValues> = { ...others, memory };
  // @ts-expect-error a field is missing
  const fewer: SpecsOf<ContainerValues> = others;
  // @ts-expect-error a number is no text
  const strange: SpecsOf<ContainerValues> = { ...others, memory: supported("text", "so") };
  expect(Object.keys(all).length).toBe(Object.keys(fewer).length + 1);
  expect(Object.keys(strange)).toEqual(Object.keys(all));
});
