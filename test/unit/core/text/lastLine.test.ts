import { lastLine } from "../../../../core/text/lastLine";

test.each([
  ["", ""],
  [" \n\n", ""],
  ["one", "one"],
  ["first\nError: no such container\n", "Error: no such container"],
  ["first\r\nlast \r\n\r\n", "last"],
])("the last line of %j is %j", (output, line) => {
  expect(lastLine(output)).toBe(line);
});
