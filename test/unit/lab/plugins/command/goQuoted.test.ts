import { goQuoted } from "../../../../../lab/plugins/command/goQuoted";

it.each([
  ["echo 'é — 😀'", `"echo 'é — 😀'"`],
  ['a\t"b"\\\n', '"a\\t\\"b\\"\\\\\\n"'],
  ["\x07\v\x1b\x7f", '"\\a\\v\\x1b\\x7f"'],
  ["\u00a0\u200b\u{e0001}", '"\\u00a0\\u200b\\U000e0001"'],
])("quotes %j as Go does", (text, quoted) => {
  expect(goQuoted(text)).toBe(quoted);
});
