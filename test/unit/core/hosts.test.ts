import fc from "fast-check";
import { awsHost, hostsOf, isHostPattern, isWildcard, localHost } from "../../../core/hosts";

test("names a load balancer as AWS does and as this machine resolves it", () => {
  expect(awsHost("myapp-alb")).toBe("myapp-alb.elb.amazonaws.com");
  expect(localHost("myapp-alb")).toBe("myapp-alb.elb.localhost");
});

test("names hosts in lower case: the Host header knows no capitals", () => {
  expect(hostsOf("MyApp", ["API.Example.test"])).toEqual([
    "myapp.elb.localhost",
    "myapp.elb.amazonaws.com",
    "api.example.test",
  ]);
});

test("names each host once", () => {
  expect(
    hostsOf("a", ["b.test", "B.test", "a.elb.localhost", "a.elb.amazonaws.com", "c.test"]),
  ).toEqual(["a.elb.localhost", "a.elb.amazonaws.com", "b.test", "c.test"]);
});

test.each([
  ["a.test", false],
  ["*.test", true],
  ["a?.test", true],
])("knows a wildcard when it sees one: %s", (host, expected) => {
  expect(isWildcard(host)).toBe(expected);
});

describe("isHostPattern", () => {
  test.each([
    ["a.b"],
    ["*.example.test"],
    ["api-?.example.test"],
    ["UPPER.example.test"],
    ["*.*"],
    ["0.0"],
    [`${"a".repeat(63)}.${"b".repeat(64)}`],
  ])("accepts %s", (host) => {
    expect(isHostPattern(host)).toBe(true);
  });

  test.each([
    ["no dot", "localhost"],
    ["nothing", ""],
    ["129 characters", `${"a".repeat(64)}.${"b".repeat(64)}`],
    ["an empty label", "a..b"],
    ["a dot in front", ".a.b"],
    ["a dot at the end", "a.b."],
    ["a hyphen in front of a label", "a.-b"],
    ["a hyphen at the end of a label", "a-.b"],
    ["a scheme", "http://a.b"],
    ["a port", "a.b:80"],
    ["a path", "a.b/c"],
    ["a backtick", "a.`b"],
    ["a quote", 'a."b'],
    ["a blank", "a. b"],
    ["a line break at the end", "a.b\n"],
    ["an underscore", "a_b.c"],
    ["letters outside of ASCII", "ä.test"],
  ])("rejects %s", (_, host) => {
    expect(isHostPattern(host)).toBe(false);
  });

  test("accepts every host that a load balancer's name makes", () => {
    const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/);
    fc.assert(
      fc.property(name, (loadBalancer) => {
        expect(hostsOf(loadBalancer, []).map(isHostPattern)).toEqual([true, true]);
      }),
    );
  });
});
