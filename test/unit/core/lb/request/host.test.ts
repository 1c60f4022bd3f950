import {
  bestHost,
  comparedHost,
  fitsHost,
  readAuthority,
} from "../../../../../core/lb/request/host";

test.each([
  ["a.test", { name: "a.test" }],
  ["A.test:8080", { name: "A.test", port: "8080" }],
  ["[::1]", { name: "[::1]" }],
  ["[::1]:80", { name: "[::1]", port: "80" }],
])("takes %s apart", (header, expected) => {
  expect(readAuthority(header)).toEqual(expected);
});

test.each([
  ["SHOP.Example.COM", "shop.example.com"],
  ["shop.example.com.", "shop.example.com"],
  ["shop.example.com.:8080", "shop.example.com"],
  ["", ""],
])("compares %s as %s", (header, expected) => {
  expect(comparedHost(header)).toBe(expected);
});

test.each([
  ["*.example.com", "example.com", false],
  ["*.example.com", "a.b.example.com", true],
  ["a?b.example.com", "axb.example.com", true],
  ["SHOP.test", "shop.test", true],
  ["shop.test", "shopxtest", false],
])("%s covers %s: %s", (pattern, host, expected) => {
  expect(fitsHost(pattern, host)).toBe(expected);
});

test.each([
  [["*.shop.test", "api.shop.test"], "api.shop.test", "api.shop.test"],
  [["*.test", "*.shop.test"], "api.shop.test", "*.shop.test"],
  [["*.shop.test", "*.test"], "api.shop.test", "*.shop.test"],
  [["*.shop.test"], "shop.test", undefined],
])("of %j, %s belongs to %s", (patterns, host, expected) => {
  expect(bestHost(patterns, host)).toBe(expected);
});
