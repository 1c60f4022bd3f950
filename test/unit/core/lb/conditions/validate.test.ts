import { validateConditions } from "../../../../../core/lb/conditions/validate";
import type { ConditionValues } from "../../../../../core/lb/conditions/kinds";
import { brief, only } from "../../../../helpers/issues";

const check = (...conditions: ConditionValues[]) =>
  brief(validateConditions(conditions, "c", { simulateSourceIp: true }));
const host = (...values: string[]) => ({ hostHeader: { values } });
const path = (...values: string[]) => ({ pathPattern: { values } });
const header = (httpHeaderName: string, ...values: string[]) => ({
  httpHeader: { httpHeaderName, values },
});
const method = (...values: string[]) => ({ httpRequestMethod: { values } });
const query = (value: string, key?: string) => ({
  queryStrings: [key === undefined ? { value } : { key, value }],
});
const source = (...values: string[]) => ({ sourceIp: { values } });
const long = (length: number, end = "") => "a".repeat(length - end.length) + end;

test.each<[string, ConditionValues]>([
  ["a host", host("shop.example.test")],
  ["a host with wildcards", host("*.ex?mple.test")],
  ["a host in capital letters", host("SHOP.Example.Test")],
  ["a host of 128 characters", host(long(128, ".test"))],
  ["a path", path("/img/*")],
  ["a path without a leading slash", path("*.php")],
  ["every character that AWS documents for paths", path("/aZ09_-.$/~\"'@:+&*?")],
  ["a path of 128 characters", path(long(128))],
  ["a header", header("X-Environment", "*beta*")],
  ["a header name of 40 characters", header(long(40), "1")],
  ["every character of RFC 7230 in a header name", header("!#$%&'+-.^_`|~0aZ", "1")],
  ["a header value of 128 characters", header("A", long(128))],
  ["a tab and letters beyond ASCII in a header value", header("A", "a\tb \u00e9")],
  ["methods", method("GET", "PURGE-ALL", "MY_METHOD")],
  ["a method of 40 characters", method("A".repeat(40))],
  ["a parameter", query("v1", "version")],
  ["a value of any key", query("*")],
  ["key and value of 128 characters", query(long(128), long(128))],
  ["an IPv4 network", source("10.0.0.0/8")],
  ["one IPv4 address", source("192.0.2.1/32")],
  ["every IPv4 address", source("0.0.0.0/0")],
  ["an IPv6 network", source("2001:db8::/32")],
  ["one IPv6 address", source("2001:db8::1/128")],
  ["a regular expression for hosts", { hostHeader: { regexValues: ["^t-[a-z]+\\.test$"] } }],
  ["a regular expression for paths", { pathPattern: { regexValues: ["^/v[0-9]+/(a|b)$"] } }],
  [
    "a regular expression for headers",
    { httpHeader: { httpHeaderName: "A", regexValues: [long(128)] } },
  ],
])("accepts %s", (_, condition) => {
  expect(check(condition)).toEqual([]);
});

test.each<[string, ConditionValues, string]>([
  ["a host without a dot", host("localhost"), "KECS1018 c[0].hostHeader.values[0]"],
  [
    "a host with a digit after the last dot",
    host("10.0.0.1"),
    "KECS1018 c[0].hostHeader.values[0]",
  ],
  ["a wildcard after the last dot", host("example.*"), "KECS1018 c[0].hostHeader.values[0]"],
  ["an underscore in a host", host("a_b.test"), "KECS1018 c[0].hostHeader.values[0]"],
  ["a host with a port", host("a.test:80"), "KECS1018 c[0].hostHeader.values[0]"],
  ["a host of 129 characters", host(long(129, ".test")), "KECS1018 c[0].hostHeader.values[0]"],
  ["an empty host", host(""), "KECS1018 c[0].hostHeader.values[0]"],
  ["the second of two hosts", host("a.test", "b"), "KECS1018 c[0].hostHeader.values[1]"],
  ["no host", host(), "KECS1009 c[0].hostHeader.values"],
  ["neither values nor expressions", { hostHeader: {} }, "KECS1009 c[0].hostHeader.values"],
  ["an empty path", path(""), "KECS1018 c[0].pathPattern.values[0]"],
  ["a path of 129 characters", path(long(129)), "KECS1018 c[0].pathPattern.values[0]"],
  ["a line break in a path", path("/a\r\nb"), "KECS1018 c[0].pathPattern.values[0]"],
  ["a brace in a path", path("/{id}"), "KECS1018 c[0].pathPattern.values[0]"],
  ["a fragment in a path", path("/a#b"), "KECS1018 c[0].pathPattern.values[0]"],
  ["a letter beyond ASCII in a path", path("/\u00e9"), "KECS1018 c[0].pathPattern.values[0]"],
  ["Host as a header", header("hOsT", "a"), "KECS1018 c[0].httpHeader.httpHeaderName"],
  ["a wildcard in a header name", header("X-*", "a"), "KECS1018 c[0].httpHeader.httpHeaderName"],
  ["a space in a header name", header("X A", "a"), "KECS1018 c[0].httpHeader.httpHeaderName"],
  ["a colon in a header name", header("X:", "a"), "KECS1018 c[0].httpHeader.httpHeaderName"],
  [
    "a header name of 41 characters",
    header(long(41), "a"),
    "KECS1018 c[0].httpHeader.httpHeaderName",
  ],
  ["no header name", header("", "a"), "KECS1009 c[0].httpHeader.httpHeaderName"],
  ["an empty header value", header("A", ""), "KECS1018 c[0].httpHeader.values[0]"],
  [
    "a header value of 129 characters",
    header("A", long(129)),
    "KECS1018 c[0].httpHeader.values[0]",
  ],
  ["a line break in a header value", header("A", "a\nb"), "KECS1018 c[0].httpHeader.values[0]"],
  ["a delete in a header value", header("A", "\u007f"), "KECS1018 c[0].httpHeader.values[0]"],
  ["no header value", header("A"), "KECS1009 c[0].httpHeader.values"],
  ["a method in small letters", method("get"), "KECS1018 c[0].httpRequestMethod.values[0]"],
  ["a wildcard in a method", method("P*"), "KECS1018 c[0].httpRequestMethod.values[0]"],
  ["an empty method", method(""), "KECS1018 c[0].httpRequestMethod.values[0]"],
  [
    "a method of 41 characters",
    method("A".repeat(41)),
    "KECS1018 c[0].httpRequestMethod.values[0]",
  ],
  ["no method", method(), "KECS1009 c[0].httpRequestMethod.values"],
  ["an empty key", query("a", ""), "KECS1018 c[0].queryStrings[0].key"],
  ["a key of 129 characters", query("a", long(129)), "KECS1018 c[0].queryStrings[0].key"],
  ["an empty value", query(""), "KECS1018 c[0].queryStrings[0].value"],
  ["a value of 129 characters", query(long(129)), "KECS1018 c[0].queryStrings[0].value"],
  ["no parameter", { queryStrings: [] }, "KECS1009 c[0].queryStrings"],
  ["an address in the place of a network", source("10.0.0.1"), "KECS1018 c[0].sourceIp.values[0]"],
  ["33 bits of IPv4", source("10.0.0.0/33"), "KECS1018 c[0].sourceIp.values[0]"],
  ["129 bits of IPv6", source("2001:db8::/129"), "KECS1018 c[0].sourceIp.values[0]"],
  ["an address with 256", source("10.0.0.256/8"), "KECS1018 c[0].sourceIp.values[0]"],
  ["a wildcard in an address", source("10.*"), "KECS1018 c[0].sourceIp.values[0]"],
  ["a zone of IPv6", source("fe80::1%eth0/64"), "KECS1018 c[0].sourceIp.values[0]"],
  ["an empty prefix", source("10.0.0.0/"), "KECS1018 c[0].sourceIp.values[0]"],
  ["the broadcast address", source("255.255.255.255/32"), "KECS1018 c[0].sourceIp.values[0]"],
  ["no network", source(), "KECS1009 c[0].sourceIp.values"],
  ...[
    ["a look-ahead", "a(?=b)"],
    ["a look-behind", "(?<!a)b"],
    ["a back-reference", "(a)\\1"],
    ["a possessive quantifier", "a++"],
    ["an open bracket", "["],
    ["an empty expression", ""],
    ["an expression of 129 characters", long(129)],
  ].map(([what = "", regex = ""]): [string, ConditionValues, string] => [
    what,
    { pathPattern: { regexValues: [regex] } },
    "KECS1018 c[0].pathPattern.regexValues[0]",
  ]),
  [
    "values beside expressions",
    { pathPattern: { values: ["/a"], regexValues: ["b"] } },
    "KECS1015 c[0].pathPattern",
  ],
  ["a condition without a field", {}, "KECS1009 c[0]"],
  ["a condition with two fields", { ...host("a.test"), ...path("/a") }, "KECS1015 c[0]"],
])("rejects %s", (_, condition, expected) => {
  expect(check(condition)).toEqual([expected]);
});

test("reports everything at once", () => {
  expect(check(host("a", "b"), { ...method("get"), ...header("Host", "") })).toEqual([
    "KECS1018 c[0].hostHeader.values[0]",
    "KECS1018 c[0].hostHeader.values[1]",
    "KECS1015 c[1]",
    "KECS1018 c[1].httpHeader.httpHeaderName",
    "KECS1018 c[1].httpHeader.values[0]",
    "KECS1018 c[1].httpRequestMethod.values[0]",
  ]);
});

test("rejects a rule without a condition", () => {
  expect(check()).toEqual(["KECS1009 c"]);
});

test("says why a regular expression does not compile", () => {
  const conditions = [{ pathPattern: { regexValues: ["a(?=b)"] } }];
  expect(only(validateConditions(conditions, "c"))).toEqual({
    code: "KECS1018",
    path: "c[0].pathPattern.regexValues[0]",
    message:
      '"a(?=b)" is not a regular expression of RE2: error parsing regexp: invalid or unsupported Perl syntax: `(?=`',
    hint: "write it without look-around, back-references and possessive quantifiers",
    severity: "error",
  });
});

test("quotes a line break so that it can be seen", () => {
  expect(only(validateConditions([path("/a\nb")], "c")).message).toContain('"/a\\nb"');
});

test.each([["/a b"], ["/a(b)"], ["/a%20b"], ["/a,b;c=d!"]])(
  "warns of %p, which AWS does not document",
  (value) => {
    expect(only(validateConditions([path(value)], "c"))).toMatchObject({
      path: "c[0].pathPattern.values[0]",
      severity: "warning",
    });
  },
);

test("warns that the addresses of clients do not arrive", () => {
  expect(only(validateConditions([source("10.0.0.0/8")], "c"))).toEqual({
    code: "KECS1013",
    path: "c[0].sourceIp",
    message:
      "the addresses of clients do not get here: every request comes from 10.42.0.1, the cluster's own address",
    hint: "set simulateSourceIp of the load balancer and send X-Kecs-Source-Ip to test the rule",
    severity: "warning",
  });
});
