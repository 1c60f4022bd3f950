import { readExpression } from "../../../../../core/ecs/schedule/expression";

test("counts a rate in UTC, and a cron expression in the time zone", () => {
  expect(readExpression("rate(1 hour)")).toMatchObject({ kind: "read", value: { isZoned: false } });
  expect(readExpression("cron(0 0 * * ? *)")).toMatchObject({
    kind: "read",
    value: { isZoned: true },
  });
});

test.each([
  ["nothing", ""],
  ["a line of crontab", "*/5 * * * *"],
  ["another word", "every(5 minutes)"],
  ["capitals", "Rate(5 minutes)"],
  ["no end", "rate(5 minutes"],
  ["more behind it", "rate(5 minutes) "],
  ["a time without seconds", "at(2030-01-31T12:00)"],
  ["a time in a zone", "at(2030-01-31T12:00:00Z)"],
])("refuses %s", (_, text) => {
  expect(readExpression(text)).toMatchObject({
    kind: "malformed",
    hint: expect.stringContaining("write it as") as string,
  });
});

test("tells of a single time that a CronJob repeats", () => {
  expect(readExpression("at(2030-01-31T12:00:00)")).toMatchObject({
    kind: "unavailable",
    hint: "run the task by an EcsTask or by kecs run",
  });
});
