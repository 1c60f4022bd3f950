import {
  noContainer,
  selectContainers,
  selectRunning,
  selectWorkload,
  tasksOf,
} from "../../../../cli/tasks/select";
import type { Workload } from "../../../../core/ecs/observed/task";
import { kubernetesName } from "../../../../core/naming";
import { container, task } from "../../../helpers/pods";

const workload = (cluster: string, name: string): Workload => ({ cluster, name, kind: "service" });
const front = workload("shop", "front");
const odd = workload("shop", "Odd_Name");
const workloads = [front, workload("shop", "back"), workload("other", "back"), odd];

/** What the work is refused with. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    const { issues } = error as ReturnType<typeof noContainer>;
    return issues.map(({ code, message, hint }) => `${code} ${message} | ${hint}`).join("\n");
  }
  throw new Error("it was not refused");
}

describe("a service", () => {
  test.each([
    ["front", front],
    ["shop/front", front],
    ["other/back", workload("other", "back")],
    ["Odd_Name", odd],
    [kubernetesName("Odd_Name"), odd],
  ])("is found as %s", (name, expected) => {
    expect(selectWorkload({ workloads }, name)).toEqual(expected);
  });

  test.each([
    [
      "back",
      'KECS4007 "back" is in several clusters | name one of them: shop/back, other/back',
      workloads,
    ],
    [
      "frnt",
      'KECS4007 there is no service or task "frnt" | did you mean front? there are shop/front',
      [front],
    ],
    [
      "shp/front",
      'KECS4007 there is no service or task "shp/front" | did you mean shop/front? there are shop/front',
      [front],
    ],
    [
      "entirely-other",
      'KECS4007 there is no service or task "entirely-other" | there are shop/front',
      [front],
    ],
    ["a", 'KECS4007 there is no service or task "a" | add an EcsService to the program', []],
  ])("rejects %s: %s", (name, expected, known) => {
    expect(refusal(() => selectWorkload({ workloads: known }, name))).toBe(expected);
  });
});

test("tasks are those of the service in its cluster", () => {
  const own = task();
  const tasks = [own, task({ name: "back" }), task({ cluster: "other" })];
  expect(tasksOf({ tasks }, front)).toEqual([own]);
});

describe("the task to run in", () => {
  const old = task({ id: "11".repeat(16), createdAt: "2026-01-01T00:00:00Z", pod: "front-a" });
  const young = task({ id: "12".repeat(16), createdAt: "2026-01-02T00:00:00Z", pod: "front-b" });
  const ill = { ...young, healthStatus: "UNHEALTHY" } as const;
  const stopped = { ...young, lastStatus: "STOPPED" } as const;

  test.each([
    ["the newest", [old, young], undefined, young],
    ["a healthy one before a newer one", [old, ill], undefined, old],
    ["one that runs before a newer one", [old, stopped], undefined, old],
    ["the one whose id begins so", [old, young], "11", old],
    ["the one whose pod has this name", [old, young], "front-a", old],
  ])("is %s", (_, tasks, id, expected) => {
    expect(selectRunning(tasks, front, id)).toBe(expected);
  });

  test.each([
    [[old, young], "99", 'shop/front has no task "99" | running tasks: 11111111, 12121212'],
    [[], "99", 'shop/front has no task "99" | see them: kecs ps'],
    [
      [old, young],
      "1",
      'several tasks of shop/front begin with "1" | running tasks: 11111111, 12121212',
    ],
    [[old, stopped], "12", "task 12121212 of shop/front is STOPPED | running tasks: 11111111"],
    [[stopped], undefined, "no task of shop/front runs | see why: kecs ps"],
  ])("rejects, of %#, %s: %s", (tasks, id, expected) => {
    expect(refusal(() => selectRunning(tasks, front, id))).toBe(`KECS4007 ${expected}`);
  });
});

describe("containers", () => {
  const own = [container("web", { podName: "web-1a2b" }), container("proxy")];
  const two = task({ containers: own });

  test.each([
    [undefined, own],
    ["web", [own[0]]],
    ["web-1a2b", [own[0]]],
    ["db", []],
  ])("named %s", (name, expected) => {
    expect(selectContainers(two, name)).toEqual(expected);
  });

  test("rejects one that no task has, and names those that there are", () => {
    const refused = (tasks: Parameters<typeof noContainer>[1]) =>
      refusal(() => {
        throw noContainer(front, tasks, "db");
      });
    expect(refused([two, task()])).toBe(
      'KECS4007 shop/front has no container "db" | there are web, proxy',
    );
    expect(refused([])).toBe('KECS4007 shop/front has no container "db" | see its tasks: kecs ps');
  });
});
