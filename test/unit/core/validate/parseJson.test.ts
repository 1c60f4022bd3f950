import { parseJson } from "../../../../core/validate/parseJson";

test("reads JSON", () => {
  expect(parseJson('{"a": [1]}', "kubectl")).toEqual({ a: [1] });
});

test.each([
  ['{"password": "hunter2"', "from line 1, column 23 on"],
  ['{\n"password": hunter2}', "from line 2, column 13 on"],
  ["hunter2", "from line 1, column 1 on"],
  ["[1] hunter2", "from line 1, column 5 on"],
  ["", "it is empty"],
])("says where %j stops to be JSON, and quotes nothing", (text, where) => {
  let said: unknown;
  try {
    parseJson(text, "kubectl");
  } catch (error) {
    said = error;
  }
  expect(String(said)).toBe(
    `KecsError: error KECS3004: kubectl: its output is not JSON: ${where}\n  hint: run the command again`,
  );
  // A cause would be printed with --debug.
  expect(said).not.toHaveProperty("cause");
});

test("takes the code of the text's owner", () => {
  expect(() => parseJson("{", "Pulumi", "KECS3003")).toThrow("error KECS3003: Pulumi: ");
});
