import { certificateNames, covers, leftOutWarnings } from "../../../../core/acm/names";
import { authorityName } from "../../../../core/acm/authority/authorityName";

test("are sorted, lower case and each once, so that equal hosts have equal certificates", () => {
  expect(certificateNames(["b.test", "A.test", "b.test.", "127.0.0.1", "*.a.test"])).toEqual({
    names: ["*.a.test", "127.0.0.1", "a.test", "b.test"],
    leftOut: [],
  });
});

test.each(["*", "a*.test", "*a.test", "a.*.test", "*.*.test", "?.test", "a?.test", "*.a?.test"])(
  "leave out %s, which X.509 cannot express",
  (host) => {
    expect(certificateNames(["a.test", host])).toEqual({ names: ["a.test"], leftOut: [host] });
  },
);

test("warn of what they leave out, and only of that", () => {
  expect(leftOutWarnings(["*.a.test", "a?.test"], 'Listener("web")')).toEqual([
    {
      code: "KECS1021",
      path: 'Listener("web")',
      message:
        'no certificate can cover "a?.test": the only wildcard is one * as the whole first label',
      hint: 'HTTPS clients refuse names that only this pattern matches; write them as "*.example.test"',
      severity: "warning",
    },
  ]);
});

test.each([
  ["a.test", "a.test", true],
  ["A.test", "a.TEST", true],
  ["*.test", "a.test", true],
  ["*.test", "a.b.test", false],
  ["*.b.test", "a.b.test", true],
  ["*.test", "test", false],
  ["*.test", ".test", true],
  ["a.test", "b.a.test", false],
  ["*.0.0.1", "127.0.0.1", false],
  ["127.0.0.1", "127.0.0.1", true],
  ["localhost", "localhost", true],
])("%s stands for %s: %s", (name, host, expected) => {
  expect(covers(["other.example", name], host)).toBe(expected);
});

test.each([
  ["ann", "box", "KECS local CA ann@box"],
  ["Jörg, CN=x", "my box\n", "KECS local CA J-rg-CN-x@my-box-"],
  ["a".repeat(60), "box", `KECS local CA ${"a".repeat(50)}`],
])("of the authority: %j at %j is %j", (user, host, expected) => {
  expect(authorityName(user, host)).toBe(expected);
});
