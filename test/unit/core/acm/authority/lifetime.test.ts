import {
  authorityLifetime,
  isFresh,
  leafLifetime,
} from "../../../../../core/acm/authority/lifetime";

const at = (text: string) => new Date(`${text}Z`);
const NOW = at("2026-03-01T12:00:00.900");
const FAR = at("2036-01-01T00:00:00");

test("an authority lives for ten years in whole seconds, from an hour ago", () => {
  expect(authorityLifetime(NOW)).toEqual({
    notBefore: at("2026-03-01T11:00:00"),
    notAfter: at("2036-03-01T11:00:00"),
  });
});

test("a leaf lives for 397 days, both ends included", () => {
  const { notBefore, notAfter } = leafLifetime(NOW, FAR);
  expect(notBefore).toEqual(at("2026-03-01T11:00:00"));
  expect((notAfter.getTime() - notBefore.getTime()) / 1000 + 1).toBe(397 * 24 * 3600);
});

test("a leaf never outlives its authority", () => {
  expect(leafLifetime(NOW, at("2026-04-01T00:00:00")).notAfter).toEqual(at("2026-04-01T00:00:00"));
});

test.each([
  ["with a month left", "2026-03-31T12:00:00.900", FAR, true],
  ["with less than a month left", "2026-03-31T12:00:00", FAR, false],
  ["that has expired", "2026-03-01T12:00:00", FAR, false],
  [
    "that ends with its authority soon: no other would last longer",
    "2026-03-05T00:00:00",
    at("2026-03-05T00:00:00"),
    true,
  ],
])("a leaf %s: kept is %s", (_, end, authorityEnd, expected) => {
  expect(
    isFresh({ notBefore: at("2026-01-01T00:00:00"), notAfter: at(end) }, NOW, authorityEnd),
  ).toBe(expected);
});

test("a leaf of the future is not kept: the clock went back", () => {
  expect(
    isFresh(
      { notBefore: at("2026-03-02T00:00:00"), notAfter: at("2027-01-01T00:00:00") },
      NOW,
      FAR,
    ),
  ).toBe(false);
});
