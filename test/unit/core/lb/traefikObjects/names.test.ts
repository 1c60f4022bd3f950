import fc from "fast-check";
import { digest } from "../../../../../core/naming";
import * as names from "../../../../../core/lb/traefikObjects/names";
import { listener, loadBalancer, rule } from "../../../../helpers/routingSamples";

const LONG = "a".repeat(32);

test.each([
  ["a plain name", "a", "a-80"],
  ["capitals", "A", `a-80-${digest("A-80", 8)}`],
  ["the longest name", LONG, `${LONG}-80`],
])("names the root of a load balancer with %s as Kubernetes takes it", (_, name, expected) => {
  expect(names.rootName({ name }, { port: 80 })).toBe(expected);
});

test.each([
  ["a plain name", "api", "myapp-8081-rule-api"],
  ["capitals", "API", `myapp-8081-rule-api-${digest("myapp-8081-rule-API", 8)}`],
  [
    "a name that is too long",
    "a".repeat(60),
    `myapp-8081-rule-${"a".repeat(38)}-${digest(`myapp-8081-rule-${"a".repeat(60)}`, 8)}`,
  ],
])("names the objects of a rule with %s", (_, name, expected) => {
  const of = { lb: loadBalancer(), listener: listener() };
  expect(names.ruleName(of, rule({ name }))).toBe(expected);
});

test("names no two rules of a listener alike, and all as Kubernetes takes them", () => {
  const of = { lb: loadBalancer({ name: LONG }), listener: listener({ port: 65535 }) };
  const name = fc.string({ unit: "binary", minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [one, other] = [a, b].map((text) => names.ruleName(of, rule({ name: text })));
      expect(one).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
      expect(one === other).toBe(a === b);
    }),
  );
});

test("finds a listener's objects by their labels, and a rule's", () => {
  const of = { lb: loadBalancer(), listener: listener() };
  expect(names.metadata(of, "x", rule({ name: "Api v2" }))).toEqual({
    name: "x",
    namespace: "kecs",
    labels: {
      "app.kubernetes.io/managed-by": "kecs",
      "app.kubernetes.io/component": "listener-rule",
      "kecs.dev/load-balancer": "myapp",
      "kecs.dev/listener-port": "8081",
      "kecs.dev/rule": `api-v2-${digest("Api v2", 8)}`,
    },
  });
});
