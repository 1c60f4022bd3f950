import { gracePeriod, lifecycle, pause } from "../../../../../core/ecs/pod/termination";
import { target } from "../../../../helpers/tasks";

const delayed = (...delays: (number | undefined)[]) =>
  delays.map((delay) => target(delay === undefined ? {} : { deregistrationDelay: delay }));

test.each<[string, (number | undefined)[], number | undefined]>([
  ["not at all without a target group", [], undefined],
  ["two seconds without a delay", [undefined], 2],
  ["two seconds for a shorter delay", [0], 2],
  ["two seconds for a delay of two", [2], 2],
  ["the delay above that", [3], 3],
  ["the longest delay of several target groups", [40, undefined, 50], 50],
  ["two minutes for a delay of two minutes", [120], 120],
  ["two minutes for a longer delay", [121], 120],
])("goes on answering %s", (_, delays, seconds) => {
  expect(pause(delayed(...delays))).toBe(seconds);
  expect(lifecycle(delayed(...delays))).toEqual(
    seconds === undefined ? {} : { lifecycle: { preStop: { sleep: { seconds } } } },
  );
});

test.each<[string, (number | undefined)[], number]>([
  ["ECS's 30 seconds by default", [undefined], 30],
  ["what its only container wants", [5], 5],
  ["nothing where that is wanted", [0, 0], 0],
  ["what the slowest of its containers wants", [5, undefined, 40], 40],
  ["more than Fargate gives", [600], 600],
])("leaves a stopping task %s", (_, timeouts, seconds) => {
  const containers = timeouts.map((stopTimeout) =>
    stopTimeout === undefined ? {} : { stopTimeout },
  );
  expect(gracePeriod(containers, [])).toBe(seconds);
  expect(gracePeriod(containers, delayed(20))).toBe(seconds + 20);
});

test("a log router has its own time behind that of the others", () => {
  const router = { type: "fluentbit", addsMetadata: true } as const;
  const containers = [{ stopTimeout: 2 }, { stopTimeout: 5 }, { stopTimeout: 10, router }];
  expect(gracePeriod(containers, [])).toBe(5 + 3 + 10);
  expect(gracePeriod(containers, delayed(20))).toBe(20 + 5 + 3 + 10);
});
