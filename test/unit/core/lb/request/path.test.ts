import {
  isMalformedPath,
  pathForRules,
  pathForTarget,
  readTarget,
} from "../../../../../core/lb/request/path";

test.each([
  ["/a?b=c?d", { path: "/a", query: "b=c?d" }],
  ["/a", { path: "/a" }],
  ["/a?", { path: "/a", query: "" }],
  ["*", { path: "*" }],
  ["//a", { path: "//a" }],
  ["http://Other:1/a?b", { authority: "Other:1", path: "/a", query: "b" }],
  ["http://other", { authority: "other", path: "/" }],
  ["http://other?b", { authority: "other", path: "?b", query: "b" }],
])("reads the target %s", (target, expected) => {
  const { path, ...rest } = expected;
  expect(readTarget(target)).toEqual({ ...rest, path: path.startsWith("?") ? "" : path });
});

test.each([
  ["/a%2", true],
  ["/a%zz", true],
  ["/%", true],
  ["/a%2F", false],
  ["/a", false],
])("%s is malformed: %s", (path, expected) => {
  expect(isMalformedPath(path)).toBe(expected);
});

test.each([
  ["/%65xact", "/exact", "/exact"],
  ["/a%2fb", "/a%2Fb", "/a%2Fb"],
  ["/a%3fb%25c", "/a%3Fb%25c", "/a%3Fb%25c"],
  ["/sp%20ace", "/sp%20ace", "/sp ace"],
  ["/caf%c3%a9", "/caf%C3%A9", "/caf\u00e9"],
  ["/x%c3%a9%2f%c3%a9", "/x%C3%A9%2F%C3%A9", "/x\u00e9%2F\u00e9"],
  ["/%0d%0a", "/%0D%0A", "/\r\n"],
  ["/a/../b", "/a/../b", "/a/../b"],
  ["/%7ex", "/~x", "/~x"],
])("%s reaches a target as %s and rules as %j", (path, target, rules) => {
  expect(pathForTarget(path)).toBe(target);
  expect(pathForRules(path)).toBe(rules);
});
