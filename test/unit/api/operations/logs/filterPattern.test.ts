import { filterPattern } from "../../../../../api/operations/logs/filterPattern";
import { refusal } from "../../../../helpers/api/awsRefusal";

test.each<[string, string, boolean]>([
  ["", "anything", true],
  ["ERROR", "an ERROR", true],
  ["ERROR", "an error", false],
  ["ERROR disk", "the disk has an ERROR", true],
  ["ERROR disk", "an ERROR", false],
  ['"status=500"', "GET / status=500", true],
  ['"a \\"b\\" c"', 'a "b" c', true],
  ['ERROR "on disk"', "ERROR: on a disk", false],
])("%j takes %j: %s", (pattern, message, expected) => {
  expect(filterPattern(pattern)(message)).toBe(expected);
});

test.each([
  ["{ $.a = 1 }", "patterns for JSON"],
  ["[ip, user]", "patterns for fields"],
  ["?ERROR ?WARN", "optional terms"],
  ["ERROR -disk", "excluded terms"],
  ["%5\\d\\d%", "regular expressions"],
  ["status=500", "Put it into double quotes"],
])("refuses %s by name", (pattern, expected) => {
  const found = refusal(() => filterPattern(pattern));
  expect(found).toContain("InvalidParameterException");
  expect(found).toContain(expected);
});
