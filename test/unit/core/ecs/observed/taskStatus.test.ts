import {
  healthStatusOf,
  lastStatusOf,
  reasonOf,
} from "../../../../../core/ecs/observed/taskStatus";
import { redactor } from "../../../../../core/text/redact";
import { checkedWeb, pod, running } from "../../../../helpers/pods";

const waiting = (reason: string, message?: string) => ({
  name: "web",
  ready: false,
  state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
});
const terminated = (exitCode: number, reason: string) => ({
  name: "web",
  ready: false,
  state: { terminated: { exitCode, reason } },
});

test.each([
  ["RUNNING", pod()],
  ["PROVISIONING", pod({ isPlaced: false, status: { phase: "Pending" } })],
  ["PENDING", pod({ status: { phase: "Pending" } })],
  ["PENDING", pod({ status: { containerStatuses: [waiting("CrashLoopBackOff")] } })],
  ["DEPROVISIONING", pod({ metadata: { deletionTimestamp: "2026-01-02T03:05:00Z" } })],
  ["STOPPED", pod({ status: { phase: "Failed" } })],
  [
    "STOPPED",
    pod({
      metadata: { deletionTimestamp: "2026-01-02T03:05:00Z" },
      status: { phase: "Succeeded" },
    }),
  ],
])("a task is %s", (expected, of) => {
  expect(lastStatusOf(of)).toBe(expected);
});

test.each([
  ["UNKNOWN", "nothing is checked", pod()],
  ["HEALTHY", "its check passes", pod({ spec: { containers: [checkedWeb] } })],
  [
    "UNHEALTHY",
    "it started and its check fails",
    pod({
      spec: { containers: [checkedWeb] },
      status: { containerStatuses: [running("web", { ready: false })] },
    }),
  ],
  [
    "UNKNOWN",
    "it has yet to start",
    pod({
      spec: { containers: [checkedWeb] },
      status: { containerStatuses: [running("web", { ready: false, started: false })] },
    }),
  ],
  [
    "UNHEALTHY",
    "the check of one of two fails",
    pod({
      spec: { containers: [checkedWeb, { name: "b", image: "b", livenessProbe: {} }] },
      status: { containerStatuses: [running("web"), running("b", { ready: false })] },
    }),
  ],
  [
    "UNKNOWN",
    "it does not run any more",
    pod({ spec: { containers: [checkedWeb] }, status: { phase: "Failed" } }),
  ],
])("a task is %s where %s", (expected, _, of) => {
  expect(healthStatusOf(of)).toBe(expected);
});

const reason = (of: ReturnType<typeof pod>) => reasonOf(of, 0, redactor(["two  words"]));

test("nothing is wrong with a task that runs, has ended well, or is on its way there", () => {
  expect(reason(pod())).toBeNull();
  expect(reason(pod({ status: { phase: "Succeeded" } }))).toBeNull();
  const last = { lastState: { terminated: { exitCode: 255, reason: "Unknown" } } };
  for (const status of [waiting("ContainerCreating"), { ...waiting("PodInitializing"), ...last }]) {
    expect(reason(pod({ status: { phase: "Pending", containerStatuses: [status] } }))).toBeNull();
  }
  expect(reason(pod({ status: { containerStatuses: [terminated(0, "Completed")] } }))).toBeNull();
});

test("everything that failed is wrong with a task", () => {
  const evicted = {
    phase: "Failed",
    reason: "Evicted",
    message: "low on memory",
    containerStatuses: [terminated(1, "Error")],
  };
  expect(reason(pod({ status: evicted }))).toBe(
    "its node stopped it (Evicted): low on memory; web: it ended with exit code 1",
  );
});

test("a check that does not pass is wrong with an unhealthy task, and not with one that starts", () => {
  const checked = (started: boolean) =>
    pod({
      spec: { containers: [checkedWeb] },
      status: { containerStatuses: [running("web", { ready: false, started })] },
    });
  expect(reason(checked(true))).toBe("web: its health check does not pass");
  expect(reason(checked(false))).toBeNull();
});

test("secrets are struck before blanks are collapsed", () => {
  const status = waiting("RunContainerError", 'exec: "two  words": not found');
  expect(reason(pod({ status: { containerStatuses: [status] } }))).toBe(
    'web: it cannot be started (RunContainerError): exec: "[secret]": not found',
  );
});
