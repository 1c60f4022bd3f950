import { styleOf } from "../../../../cli/ui/style";
import { canAsk, terminalOf } from "../../../../cli/ui/terminal";

const stream = (isTTY: boolean) => ({ isTTY, write: () => true });

test.each([
  ["a terminal", true, {}, { colour: true, live: true }],
  ["a pipe", false, {}, { colour: false, live: false }],
  ["a terminal in CI", true, { CI: "true" }, { colour: true, live: false }],
  ["CI=false", true, { CI: "false" }, { colour: true, live: true }],
  ["NO_COLOR", true, { NO_COLOR: "1" }, { colour: false, live: true }],
  ["an empty NO_COLOR", true, { NO_COLOR: "" }, { colour: true, live: true }],
  ["FORCE_COLOR on a pipe", false, { FORCE_COLOR: "1" }, { colour: true, live: false }],
  ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, { colour: false, live: true }],
  ["NO_COLOR before FORCE_COLOR", true, { NO_COLOR: "1", FORCE_COLOR: "1" }, { colour: false }],
  ["a dumb terminal", true, { TERM: "dumb" }, { colour: false, live: false }],
])("what can be shown on %s", (_, isTTY, env, expected) => {
  expect(terminalOf(stream(isTTY), env)).toMatchObject(expected);
});

test("symbols are ASCII where the locale has no others", () => {
  const plain = styleOf(terminalOf(stream(false), { LANG: "C" }));
  expect([plain.done, plain.failed, plain.pending, plain.frame(5)]).toEqual([
    "ok",
    "!!",
    "..",
    "\\",
  ]);
  const rich = styleOf(terminalOf(stream(false), { LANG: "C.UTF-8" }));
  expect([rich.done, rich.failed, rich.pending]).toEqual(["✓", "✗", "…"]);
});

test.each([
  ["a terminal", true, true, {}, true],
  ["CI", true, true, { CI: "1" }, false],
  ["input from a pipe", false, true, {}, false],
  ["output to a pipe", true, false, {}, false],
])("whether a question may be asked: %s", (_, input, output, env, expected) => {
  expect(canAsk({ isTTY: input }, stream(output), env)).toBe(expected);
});
