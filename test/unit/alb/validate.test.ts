import { validateAlb, type AlbValues } from "../../../components/alb/validate";
import { brief, only } from "../../helpers/issues";

test.each<[string, Partial<AlbValues>]>([
  ["a name alone", {}],
  ["no extra host names", { hostnames: [] }],
  ["host names with wildcards", { hostnames: ["api.example.test", "*.example.test", "a?.test"] }],
  ["the shortest idle timeout", { idleTimeout: 1 }],
  ["the longest idle timeout", { idleTimeout: 4000 }],
  ["tags", { tags: { team: "a" } }],
])("accepts %s", (_, values) => {
  expect(validateAlb({ name: "a", ...values }, "Alb")).toEqual([]);
});

test.each<[string, Partial<AlbValues>, string[]]>([
  ["a name with an underscore", { name: "a_b" }, ["KECS1001 Alb.name"]],
  ["a name of 33 characters", { name: "a".repeat(33) }, ["KECS1001 Alb.name"]],
  ["an idle timeout of 0", { idleTimeout: 0 }, ["KECS1011 Alb.idleTimeout"]],
  ["an idle timeout of 4001", { idleTimeout: 4001 }, ["KECS1011 Alb.idleTimeout"]],
  ["half a second", { idleTimeout: 1.5 }, ["KECS1011 Alb.idleTimeout"]],
  ["the second of two host names", { hostnames: ["a.test", "b"] }, ["KECS1012 Alb.hostnames[1]"]],
  [
    "everything at once",
    { name: "", hostnames: ["http://a.test", "a.test:80"], idleTimeout: -1 },
    [
      "KECS1001 Alb.name",
      "KECS1012 Alb.hostnames[0]",
      "KECS1012 Alb.hostnames[1]",
      "KECS1011 Alb.idleTimeout",
    ],
  ],
])("rejects %s", (_, values, expected) => {
  expect(brief(validateAlb({ name: "a", ...values }, "Alb"))).toEqual(expected);
});

test("rejects a URL as a host name, saying how to write it", () => {
  expect(only(validateAlb({ name: "a", hostnames: ["http://a.test/"] }, 'Alb("a")'))).toEqual({
    code: "KECS1012",
    path: 'Alb("a").hostnames[0]',
    message:
      '"http://a.test/" is not a host name: letters, digits, hyphens and dots, with * and ? as wildcards',
    hint: 'write it as "api.example.test" or "*.example.test", without scheme, port or path',
    severity: "error",
  });
});
