import { cronJobSchedule, every, holds, type Clock } from "../../../../../core/ecs/schedule/clock";

const clock: Clock = {
  minutes: every("minutes"),
  hours: every("hours"),
  daysOfMonth: every("daysOfMonth"),
  months: every("months"),
  daysOfWeek: every("daysOfWeek"),
};

test.each([
  ["everything", {}, "* * * * *"],
  ["steps of everything", { hours: every("hours", 6) }, "* */6 * * *"],
  ["one value", { minutes: [{ from: 5, to: 5, step: 1 }] }, "5 * * * *"],
  ["one value of a step", { minutes: [{ from: 5, to: 5, step: 7 }] }, "5 * * * *"],
  ["a range", { months: [{ from: 2, to: 4, step: 1 }] }, "* * * 2-4 *"],
  ["a range with a step", { daysOfMonth: [{ from: 2, to: 9, step: 3 }] }, "* * 2-9/3 * *"],
  [
    "several",
    { daysOfWeek: [0, 3].map((day) => ({ from: day, to: day, step: 1 })) },
    "* * * * 0,3",
  ],
])("writes %s", (_, more, schedule) => {
  expect(cronJobSchedule({ ...clock, ...more })).toBe(schedule);
});

test("a range with a step holds each of its steps", () => {
  const held = Array.from({ length: 12 }, (_, i) => i).filter((value) =>
    holds([{ from: 2, to: 9, step: 3 }], value),
  );
  expect(held).toEqual([2, 5, 8]);
});
