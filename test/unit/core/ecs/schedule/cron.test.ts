import { cronJobSchedule } from "../../../../../core/ecs/schedule/clock";
import { readCron } from "../../../../../core/ecs/schedule/cron";

const scheduleOf = (text: string) => {
  const read = readCron(text);
  return read.kind === "read" ? cronJobSchedule(read.value) : read;
};

/* The examples of AWS's pages on cron expressions, as far as a CronJob can say them. */
test.each([
  ["0 10 * * ? *", "0 10 * * *"],
  ["15 12 * * ? *", "15 12 * * *"],
  ["0 18 ? * MON-FRI *", "0 18 * * 1-5"],
  ["0 8 1 * ? *", "0 8 1 * *"],
  ["0/15 * * * ? *", "*/15 * * * *"],
  ["0/10 * ? * MON-FRI *", "*/10 * * * 1-5"],
  ["0/5 8-17 ? * MON-FRI *", "*/5 8-17 * * 1-5"],
  ["0/30 20-2 ? * MON-FRI *", "*/30 20-23,0-2 * * 1-5"],
  ["1/10 * * * ? *", "1-59/10 * * * *"],
])("cron(%s) is %s", (text, schedule) => {
  expect(scheduleOf(text)).toBe(schedule);
});

test.each([
  ["days of the week from 1", "0 0 ? * 1,3-5,7 *", "0 0 * * 0,2-4,6"],
  ["the last day of the week", "0 0 ? * L *", "0 0 * * 6"],
  ["names in small letters", "0 0 ? jan,mar-may sun *", "0 0 * 1,3-5 0"],
  ["days of the week around its end", "0 0 ? * FRI-MON *", "0 0 * * 5-6,0-1"],
  ["months around the end of the year", "0 0 1 NOV-FEB ? *", "0 0 1 11-12,1-2 *"],
  ["a range around the end with a step", "0 20-4/3 * * ? *", "0 20-23/3,2-4/3 * * *"],
  ["one whose second half is empty", "0 22-0/2 * * ? *", "0 22,0 * * *"],
  ["one that ends in its first half", "0 23-0/5 * * ? *", "0 23 * * *"],
  ["all months", "0 0 1 * ? *", "0 0 1 * *"],
  ["a step of days", "0 0 */2 * ? *", "0 0 */2 * *"],
  ["a step of a range", "10-40/10 0/6 1 1/3 ? *", "10-40/10 */6 1 */3 *"],
  ["a step beyond the end", "50/20 0 * * ? *", "50-59/20 0 * * *"],
  ["every year by its numbers", "0 0 * * ? 1970-2199", "0 0 * * *"],
  ["several blanks", "0  0\t* * ? *", "0 0 * * *"],
])("reads %s", (_, text, schedule) => {
  expect(scheduleOf(text)).toBe(schedule);
});

test.each([
  ["five fields", "0 12 * * ?", "cron(…) has 5 fields, and AWS wants six"],
  ["seven fields", "0 0 12 * * ? *", "cron(…) has 7 fields, and AWS wants six"],
  ["no fields", "", "cron() has no fields"],
  ["a blank in front", " 0 12 * * ? *", "has a blank next to a parenthesis"],
  ["a blank behind", "0 12 * * ? * ", "has a blank next to a parenthesis"],
  ["* for both days", "0 12 * * * *", "exactly one of them has to be ?"],
  ["? for both days", "0 12 ? * ? *", "exactly one of them has to be ?"],
  ["both days", "0 12 1 * MON *", "exactly one of them has to be ?"],
  ["minute 60", "60 12 * * ? *", 'the minutes "60" is not what AWS takes'],
  ["hour 24", "0 24 * * ? *", 'the hours "24" is'],
  ["day 0", "0 0 0 * ? *", 'the day of month "0" is'],
  ["day 32", "0 0 32 * ? *", 'the day of month "32" is'],
  ["month 13", "0 0 1 13 ? *", 'the month "13" is'],
  ["day of week 0", "0 0 ? * 0 *", 'the day of week "0" is'],
  ["day of week 8", "0 0 ? * 8 *", 'the day of week "8" is'],
  ["a step of days of the week", "0 0 ? * 2/2 *", 'the day of week "2/2" is'],
  ["a sixth Monday", "0 0 ? * 2#6 *", 'the day of week "2#6" is'],
  ["a year before 1970", "0 0 * * ? 1969", 'the year "1969" is'],
  ["a year after 2199", "0 0 * * ? 2200", 'the year "2200" is'],
  ["a step of 0", "*/0 0 * * ? *", 'the minutes "*/0" is'],
  ["a step of 60", "*/60 0 * * ? *", 'the minutes "*/60" is'],
  ["years that go down", "0 0 * * ? 2030-2020", 'the year "2030-2020" is'],
  ["an end of a range that is none", "0 0-x * * ? *", 'the hours "0-x" is'],
  ["an empty item", "0,,5 0 * * ? *", 'the minutes "0,,5" has "", which is'],
  ["a name of another field", "0 0 ? * JAN *", 'the day of week "JAN" is'],
  ["? in another field", "? 0 * * ? *", 'the minutes "?" is'],
  ["L in another field", "L 0 * * ? *", 'the minutes "L" is'],
  ["a sign", "-5 0 * * ? *", 'the minutes "-5" is'],
  ["a fraction", "0.5 0 * * ? *", 'the minutes "0.5" is'],
])("refuses %s", (_, text, message) => {
  expect(readCron(text)).toEqual({
    kind: "malformed",
    message: expect.stringContaining(message) as string,
    hint: expect.any(String) as string,
  });
});

test.each([
  ["the last day of a month", "0 0 L * ? *", "L, W and #"],
  ["a day before the last one", "0 0 L-3 * ? *", "L, W and #"],
  ["the last weekday of a month", "0 0 LW * ? *", "L, W and #"],
  ["the weekday next to a day", "0 0 15W * ? *", "L, W and #"],
  ["the last Friday of a month", "15 10 ? * 6L 2022-2023", "L, W and #"],
  ["the last Friday by its name", "0 0 ? * FRIL *", "L, W and #"],
  ["the second Tuesday", "0 0 ? * 3#2 *", "L, W and #"],
  ["a year", "0 10 * * ? 2030", "a CronJob runs in every year"],
  ["every second year", "0 10 1 1 ? */2", "a CronJob runs in every year"],
])("tells of %s that a CronJob cannot say it", (_, text, message) => {
  expect(readCron(text)).toEqual({
    kind: "unavailable",
    message: expect.stringContaining(message) as string,
    hint: expect.any(String) as string,
  });
});

test("tells of what AWS refuses before what a CronJob cannot say", () => {
  expect(readCron("60 0 L * ? 2030")).toMatchObject({ kind: "malformed" });
});
