import { readExpression } from "../../../../../core/ecs/schedule/expression";
import { nextRun } from "../../../../../core/ecs/schedule/nextRun";

const next = (text: string, after: string, zone = "UTC") => {
  const read = readExpression(text);
  if (read.kind !== "read") throw new Error(read.message);
  const time = nextRun(read.value.clock, zone, Date.parse(after));
  return time === undefined ? undefined : new Date(time).toISOString();
};

test.each([
  ["the next minute", "rate(1 minute)", "2026-01-02T03:04:05Z", "2026-01-02T03:05:00.000Z"],
  ["never this very minute", "rate(1 minute)", "2026-01-02T03:04:00Z", "2026-01-02T03:05:00.000Z"],
  ["the next quarter", "rate(15 minutes)", "2026-01-02T03:50:00Z", "2026-01-02T04:00:00.000Z"],
  ["the next Sunday", "rate(7 days)", "2026-01-02T03:04:05Z", "2026-01-04T00:00:00.000Z"],
  ["tomorrow", "cron(0 3 * * ? *)", "2026-01-02T03:00:00Z", "2026-01-03T03:00:00.000Z"],
  ["midnight", "cron(0 0 * * ? *)", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00.000Z"],
  ["next Monday", "cron(0 3 ? * MON *)", "2026-01-02T03:00:00Z", "2026-01-05T03:00:00.000Z"],
  ["next year", "cron(30 1 1 1 ? *)", "2026-01-02T03:00:00Z", "2027-01-01T01:30:00.000Z"],
  ["a leap day", "cron(0 0 29 2 ? *)", "2026-01-02T03:00:00Z", "2028-02-29T00:00:00.000Z"],
  ["one in eight years", "cron(0 0 29 2 ? *)", "2096-03-01T00:00:00Z", "2104-02-29T00:00:00.000Z"],
])("finds %s", (_, text, after, time) => {
  expect(next(text, after)).toBe(time);
});

test("finds none where there never is one", () => {
  expect(next("cron(0 0 30 2 ? *)", "2026-01-02T03:00:00Z")).toBe(undefined);
});

/* Berlin leaves out 02:00 to 03:00 on 2026-03-29, and repeats 02:00 to 03:00 on 2026-10-25. */
test.each([
  ["in winter", "cron(0 3 * * ? *)", "2026-01-02T00:00:00Z", "2026-01-02T02:00:00.000Z"],
  ["in summer", "cron(0 3 * * ? *)", "2026-07-02T00:00:00Z", "2026-07-02T01:00:00.000Z"],
  [
    "not in an hour that is left out",
    "cron(30 2 * * ? *)",
    "2026-03-28T12:00:00Z",
    "2026-03-30T00:30:00.000Z",
  ],
  [
    "at midnight behind the shorter day",
    "cron(0 0 * * ? *)",
    "2026-03-29T00:00:00Z",
    "2026-03-29T22:00:00.000Z",
  ],
  [
    "once in an hour that comes twice",
    "cron(30 2 * * ? *)",
    "2026-10-24T12:00:00Z",
    "2026-10-25T00:30:00.000Z",
  ],
  ["and once more", "cron(30 2 * * ? *)", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00.000Z"],
  [
    "at midnight behind the longer day",
    "cron(0 0 * * ? *)",
    "2026-10-25T00:00:00Z",
    "2026-10-25T23:00:00.000Z",
  ],
])("in Berlin: %s", (_, text, after, time) => {
  expect(next(text, after, "Europe/Berlin")).toBe(time);
});

test("goes by the minutes of a zone between the hours", () => {
  expect(next("cron(0 9 * * ? *)", "2026-01-02T00:00:00Z", "Asia/Kolkata")).toBe(
    "2026-01-02T03:30:00.000Z",
  );
});
