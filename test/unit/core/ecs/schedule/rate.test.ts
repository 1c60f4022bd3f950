import { cronJobSchedule } from "../../../../../core/ecs/schedule/clock";
import { readRate } from "../../../../../core/ecs/schedule/rate";

const scheduleOf = (text: string) => {
  const read = readRate(text);
  return read.kind === "read" ? cronJobSchedule(read.value) : read;
};

test.each([
  ["1 minute", "* * * * *"],
  ["2 minutes", "*/2 * * * *"],
  ["5 minutes", "*/5 * * * *"],
  ["30 minutes", "*/30 * * * *"],
  ["60 minutes", "0 * * * *"],
  ["1 hour", "0 * * * *"],
  ["120 minutes", "0 */2 * * *"],
  ["12 hours", "0 */12 * * *"],
  ["24 hours", "0 0 * * *"],
  ["1440 minutes", "0 0 * * *"],
  ["1 day", "0 0 * * *"],
  ["7 days", "0 0 * * 0"],
])("rate(%s) is %s", (text, schedule) => {
  expect(scheduleOf(text)).toBe(schedule);
});

test.each([
  ["1 minutes", "write rate(1 minute)"],
  ["1 hours", "write rate(1 hour)"],
  ["5 minute", "write rate(5 minutes)"],
  ["2 day", "write rate(2 days)"],
  ["0 minutes", "write it as rate(5 minutes)"],
  ["-1 minutes", "write it as rate(5 minutes)"],
  ["1.5 hours", "write it as rate(5 minutes)"],
  ["05 minutes", "write it as rate(5 minutes)"],
  ["5 seconds", "write it as rate(5 minutes)"],
  ["5 weeks", "write it as rate(5 minutes)"],
  ["5minutes", "write it as rate(5 minutes)"],
  ["5 Minutes", "write it as rate(5 minutes)"],
  ["minutes", "write it as rate(5 minutes)"],
  ["", "write it as rate(5 minutes)"],
])("refuses rate(%s)", (text, hint) => {
  expect(readRate(text)).toEqual({
    kind: "malformed",
    message: expect.stringContaining(`rate(${text})`) as string,
    hint: expect.stringContaining(hint) as string,
  });
});

test.each([
  ["7 minutes", "use rate(6 minutes)"],
  ["45 minutes", "use rate(30 minutes)"],
  ["90 minutes", "use rate(1 hour)"],
  ["5 hours", "use rate(4 hours)"],
  ["36 hours", "use rate(1 day)"],
  ["2 days", "use rate(1 day)"],
  ["14 days", "use rate(7 days)"],
  ["999999999 days", "use rate(7 days)"],
])("tells of rate(%s) that no clock strikes so", (text, hint) => {
  expect(readRate(text)).toMatchObject({
    kind: "unavailable",
    hint: expect.stringContaining(hint) as string,
  });
});
