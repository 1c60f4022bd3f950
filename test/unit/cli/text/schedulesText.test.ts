import { schedulesText } from "../../../../cli/text/schedulesText";
import { styleOf } from "../../../../cli/ui/style";
import type { Schedule } from "../../../../core/ecs/observed/task";

const style = styleOf({ colour: false, live: false, unicode: false });
const now = Date.parse("2026-01-02T03:04:14Z");
const schedule: Schedule = {
  arn: "a",
  name: "nightly",
  groupName: "default",
  cluster: "shop",
  task: "report",
  scheduleExpression: "cron(0 3 * * ? *)",
  scheduleExpressionTimezone: "Europe/Berlin",
  state: "ENABLED",
  lastRun: null,
  nextRun: "2026-01-03T02:00:00.000Z",
};
const run = {
  scheduledAt: "2026-01-02T02:00:00Z",
  tasks: ["t"],
  lastStatus: "STOPPED",
  exitCode: 3,
} as const;

test("has a row for each schedule, with the times of its zone", () => {
  const schedules: readonly Schedule[] = [
    schedule,
    { ...schedule, lastRun: run },
    { ...schedule, lastRun: { ...run, lastStatus: "RUNNING", exitCode: null } },
    { ...schedule, lastRun: { ...run, lastStatus: null, exitCode: null } },
    { ...schedule, groupName: "batch", state: "DISABLED", nextRun: null },
  ];
  expect(schedulesText(schedules, now, style)).toBe(
    `SCHEDULE       EXPRESSION         STATE     TASK         LAST RUN                       NEXT RUN
nightly        cron(0 3 * * ? *)  ENABLED   shop/report  none                           2026-01-03 03:00 Europe/Berlin (in 22h)
nightly        cron(0 3 * * ? *)  ENABLED   shop/report  2026-01-02 03:00, STOPPED (3)  2026-01-03 03:00 Europe/Berlin (in 22h)
nightly        cron(0 3 * * ? *)  ENABLED   shop/report  2026-01-02 03:00, RUNNING      2026-01-03 03:00 Europe/Berlin (in 22h)
nightly        cron(0 3 * * ? *)  ENABLED   shop/report  2026-01-02 03:00               2026-01-03 03:00 Europe/Berlin (in 22h)
batch/nightly  cron(0 3 * * ? *)  DISABLED  shop/report  none                           none`,
  );
});
