import fc from "fast-check";
import { escapeVariables } from "../../../../../core/ecs/pod/escapeVariables";

/** What Kubernetes makes of a text, as its documentation of `$(NAME)` says. */
function expand(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found, name: string | undefined) =>
    name === undefined ? "$" : (variables[name] ?? found),
  );
}

test.each([
  ["a reference", "$(NAME)", "$$(NAME)"],
  ["a reference inside of a text", "a $(NAME) b", "a $$(NAME) b"],
  ["two dollars, which Kubernetes makes one of", "pa$$word", "pa$$$word"],
  ["two dollars and a reference", "$$(NAME)", "$$$$(NAME)"],
  ["a parenthesis that nothing closes", "$(NAME", "$$(NAME"],
])("escapes %s", (_, text, expected) => {
  expect(escapeVariables(text)).toBe(expected);
});

test.each(["", "plain", "$HOME", "${HOME}", "costs 5$", "NAME)", "(a)"])(
  'leaves "%s" as it is',
  (text) => {
    expect(escapeVariables(text)).toBe(text);
  },
);

test("means itself whatever it contains", () => {
  const piece = fc.constantFrom("$", "(", ")", "NAME", "$(NAME)", "{", "}", " ", "$$");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(expand(escapeVariables(text), { NAME: "value", "": "empty" })).toBe(text);
    }),
    { numRuns: 500 },
  );
});
