import { isTimeZone, nearTimeZone, wallClock } from "../../../../../core/ecs/schedule/wallTime";

test("shows a time as the clocks of a zone do", () => {
  expect(wallClock("America/New_York")(Date.parse("2026-01-01T04:05:06Z"))).toEqual({
    year: 2025,
    month: 12,
    day: 31,
    weekday: 3,
    hour: 23,
    minute: 5,
  });
  expect(wallClock("UTC")(Date.parse("2026-01-04T00:00:00Z"))).toMatchObject({
    weekday: 0,
    hour: 0,
  });
});

test.each([
  "UTC",
  "Etc/UTC",
  "Europe/Berlin",
  "America/Port_of_Spain",
  "US/Pacific",
  "Etc/GMT+5",
  "Asia/Calcutta",
])("knows %s", (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each([
  "",
  "Local",
  "Europe/Bern",
  "+01:00",
  "UTC+1",
  "europe/berlin",
  "us/pacific",
  "../etc",
  " UTC",
])("knows no %p", (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test("finds what was meant where only its capitals differ", () => {
  expect(nearTimeZone("europe/berlin")).toBe("Europe/Berlin");
  expect(nearTimeZone("utc")).toBe("UTC");
  expect(nearTimeZone("Europe/Berlin")).toBe(undefined);
  expect(nearTimeZone("Mars/Olympus")).toBe(undefined);
});
