import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { containerDefinitionsFromJson } from "../../../../../components";
import { plainValue } from "../../../../../components/inputs/inputs";
import { jsonPosition } from "../../../../../core/validate/jsonPosition";

const CONTAINERS = [{ name: "web", image: "nginx:1.27" }];

test("is known at once where the text is plain", () => {
  expect(plainValue(containerDefinitionsFromJson(JSON.stringify(CONTAINERS)))).toEqual(CONTAINERS);
});

test("waits for a text, and stays secret where that is", async () => {
  const list = containerDefinitionsFromJson(pulumi.secret(JSON.stringify(CONTAINERS)));
  expect(await pulumi.isSecret(list)).toBe(true);
  expect(await new Promise((resolve) => list.apply(resolve))).toEqual(CONTAINERS);
});

test.each([
  ['[{ "password": hunter2 }]', "the text is not valid JSON from line 1, column 16 on"],
  ['[\n  { "a": 1, }\n]', "the text is not valid JSON from line 2, column 13 on"],
  ["", "the text is not valid JSON from line 1, column 1 on"],
  ["{}", "the JSON is not a list of containers"],
  ['"hunter2"', "the JSON is not a list of containers"],
])("rejects %j without showing it", (text, message) => {
  let error: unknown;
  try {
    containerDefinitionsFromJson(text);
  } catch (of) {
    error = of;
  }
  expect(error).toMatchObject({
    issues: [{ code: "KECS1024", path: "containerDefinitionsFromJson", message }],
  });
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test("takes for JSON what JSON.parse takes", () => {
  const pieces = fc.constantFrom(
    ..."[ ] { } , : - + . e E 0 1".split(" "),
    '"',
    " ",
    "\n",
    "true",
    "null",
    '"a"',
    "\u0001",
    "\u00a0",
  );
  const text = fc.oneof(
    fc.json(),
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (of) => {
      expect(jsonPosition(of) === undefined).toBe(isJson(of));
    }),
    { numRuns: 2000 },
  );
});
