import {
  covers,
  GRPC_CODES,
  HTTP_CODES,
  overlaps,
  parseMatcher,
} from "../../../../../core/lb/targetGroup/matcher";

test.each<[string, [number, number][]]>([
  ["200", [[200, 200]]],
  ["499", [[499, 499]]],
  ["200-299", [[200, 299]]],
  [
    "200,302",
    [
      [200, 200],
      [302, 302],
    ],
  ],
  [
    "200-204,301",
    [
      [200, 204],
      [301, 301],
    ],
  ],
])("reads %s", (text, expected) => {
  expect(parseMatcher(text, HTTP_CODES)).toEqual(
    expected.map(([first, last]) => ({ first, last })),
  );
});

test.each(["", "199", "500", "200-500", "299-200", "200,", "200, 302", "2xx", "200-", "0200"])(
  "reads no HTTP codes in %p",
  (text) => {
    expect(parseMatcher(text, HTTP_CODES)).toBeUndefined();
  },
);

test("reads gRPC codes from 0 to 99", () => {
  expect(parseMatcher("0-99", GRPC_CODES)).toEqual([{ first: 0, last: 99 }]);
  expect(parseMatcher("0,12", GRPC_CODES)).toEqual([
    { first: 0, last: 0 },
    { first: 12, last: 12 },
  ]);
  expect(parseMatcher("100", GRPC_CODES)).toBeUndefined();
});

const RANGES = [
  { first: 200, last: 249 },
  { first: 250, last: 299 },
];

test("tells whether codes are covered, by several ranges as well", () => {
  expect(covers(RANGES, { first: 200, last: 299 })).toBe(true);
  expect(covers(RANGES, { first: 200, last: 300 })).toBe(false);
  expect(covers(RANGES, { first: 199, last: 299 })).toBe(false);
});

test("tells whether codes are met at either end", () => {
  expect(overlaps(RANGES, { first: 299, last: 399 })).toBe(true);
  expect(overlaps(RANGES, { first: 300, last: 399 })).toBe(false);
  expect(overlaps(RANGES, { first: 100, last: 200 })).toBe(true);
  expect(overlaps(RANGES, { first: 100, last: 199 })).toBe(false);
});
