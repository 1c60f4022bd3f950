import fc from "fast-check";
import { RE2JS } from "re2js";
import { matchHost, matchHosts } from "../../../../../core/lb/ruleLanguage/host";
import { covers, wildcards } from "../../../../helpers/naiveGlob";
import { parseRule } from "../../../../helpers/traefikRule";

function hostRegexp(host: string): RE2JS {
  const tree = parseRule(matchHost(host));
  if (!("matcher" in tree) || tree.matcher !== "HostRegexp") throw new Error(matchHost(host));
  return RE2JS.compile(tree.values[0] ?? "");
}

test.each([
  ["a.test", "Host(`a.test`)"],
  ["A.Test", "Host(`a.test`)"],
  ["*.test", "HostRegexp(`(?is)^.*\\.test\\.?$`)"],
  ["a?-b.test", "HostRegexp(`(?is)^a.-b\\.test\\.?$`)"],
  ["*.TEST", "HostRegexp(`(?is)^.*\\.test\\.?$`)"],
])("matches host %s with %s", (host, expected) => {
  expect(matchHost(host)).toBe(expected);
});

test("matches any of several hosts", () => {
  expect(matchHosts(["a.test", "*.b.test"])).toBe(
    "Host(`a.test`) || HostRegexp(`(?is)^.*\\.b\\.test\\.?$`)",
  );
});

test("lets a fully qualified name end with its dot", () => {
  expect(hostRegexp("*.test").test("a.test.")).toBe(true);
});

test("does not take a wildcard of a name for the name itself", () => {
  expect(hostRegexp("*.example.test").test("example.test")).toBe(false);
});

test("matches wildcards as AWS does, for any pattern and any host", () => {
  const unit = fc.constantFrom("a", "b", "-", ".", "0");
  const pattern = fc
    .string({ unit: fc.oneof(unit, fc.constantFrom("*", "?", "A")), maxLength: 8 })
    .filter((text) => /[*?]/.test(text));
  fc.assert(
    fc.property(pattern, fc.string({ unit, maxLength: 8 }), (of, host) => {
      // The dot that a name may end with is no part of AWS's comparison.
      fc.pre(!host.endsWith("."));
      expect(hostRegexp(of).test(host)).toBe(covers(wildcards(of.toLowerCase()), Array.from(host)));
    }),
    { numRuns: 2000 },
  );
});
