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

const reason = (of: ReturnType<typeof pod>) =>
  reasonOf(of, (name) => name.toUpperCase(), redactor(["two  words"]));

test("nothing is wrong with a task that runs, or is on its way there", () => {
  expect(reason(pod())).toBeNull();
  const status = { phase: "Pending", containerStatuses: [waiting("ContainerCreating")] };
  expect(reason(pod({ status }))).toBeNull();
  expect(reason(pod({ status: { containerStatuses: [terminated(0, "Completed")] } }))).toBeNull();
});

test.each([
  [
    "WEB: ErrImagePull, no such image: a b",
    pod({ status: { containerStatuses: [waiting("ErrImagePull", "no such\n image: a  b")] } }),
  ],
  [
    "WEB: CrashLoopBackOff, exit code 3",
    pod({
      status: {
        containerStatuses: [
          {
            ...waiting("CrashLoopBackOff", "back-off 10s"),
            lastState: { terminated: { exitCode: 3 } },
          },
        ],
      },
    }),
  ],
  [
    "WEB: OOMKilled, exit code 137",
    pod({ status: { containerStatuses: [terminated(137, "OOMKilled")] } }),
  ],
  [
    "not placed on a node, 0/1 nodes are available",
    pod({
      status: {
        phase: "Pending",
        containerStatuses: [],
        conditions: [{ type: "PodScheduled", status: "False", message: "0/1 nodes are available" }],
      },
    }),
  ],
  [
    "Evicted, low on memory; WEB: Error, exit code 1",
    pod({
      status: {
        phase: "Failed",
        reason: "Evicted",
        message: "low on memory",
        containerStatuses: [terminated(1, "Error")],
      },
    }),
  ],
  [
    "its health check fails",
    pod({
      spec: { containers: [checkedWeb] },
      status: { containerStatuses: [running("web", { ready: false })] },
    }),
  ],
])("says what is wrong: %s", (expected, of) => {
  expect(reason(of)).toBe(expected);
});

test("cuts what Kubernetes says at 160 characters", () => {
  const long = pod({ status: { containerStatuses: [waiting("ErrImagePull", "x".repeat(161))] } });
  expect(reason(long)).toBe(`WEB: ErrImagePull, ${"x".repeat(160)}...`);
});

test("strikes secrets before blanks are collapsed and the text is cut", () => {
  const message = `exec: "${"x".repeat(140)}two  words": not found`;
  const waiting = { reason: "RunContainerError", message };
  expect(
    reason(pod({ status: { containerStatuses: [running("web", { state: { waiting } })] } })),
  ).toBe(`WEB: RunContainerError, exec: "${"x".repeat(140)}[secret]": no...`);
});
