import type { ContainerStatus, Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { taskState } from "../../../../../core/ecs/task/state";
import { pod, running, web } from "../../../../helpers/pods";

const NOW = Date.parse("2026-01-02T03:04:10Z");
const exit = (
  exitCode: number,
  finishedAt = "2026-01-02T03:04:07Z",
  reason = "",
): ContainerStatus => ({
  name: "web",
  ready: false,
  state: { terminated: { exitCode, finishedAt, ...(reason === "" ? {} : { reason }) } },
});
const two = { containers: [web, { name: "db" }] };
const stop = (stopCode: string) => ({
  annotations: { "kecs.dev/stop": JSON.stringify({ stopCode, stoppedReason: "late" }) },
});

test.each<[string, Pod, object]>([
  ["runs", pod(), { kind: "running", waitsFor: "" }],
  [
    "is on its way",
    pod({ status: { phase: "Pending", containerStatuses: [] } }),
    { kind: "running", waitsFor: "it is being created" },
  ],
  [
    "ended well",
    pod({ status: { phase: "Succeeded", containerStatuses: [exit(0)] } }),
    { kind: "ended", isLeft: false, end: { isSuccess: true, exitCode: 0, diagnosis: undefined } },
  ],
  [
    "failed",
    pod({ status: { phase: "Failed", containerStatuses: [exit(3)] } }),
    {
      kind: "ended",
      isLeft: false,
      end: {
        isSuccess: false,
        exitCode: 3,
        stopCode: "EssentialContainerExited",
        diagnosis: { what: "it ended with exit code 3" },
      },
    },
  ],
  [
    "has an essential container that ended, and one that runs on",
    pod({ spec: two, status: { containerStatuses: [exit(0), running("db")] } }),
    { kind: "ended", isLeft: true, end: { isSuccess: true, exitCode: 0 } },
  ],
  [
    "ended with the container that ended first",
    pod({
      spec: two,
      status: {
        phase: "Failed",
        containerStatuses: [{ ...exit(137, "2026-01-02T03:04:09Z"), name: "db" }, exit(0)],
      },
    }),
    { kind: "ended", end: { isSuccess: true, exitCode: 0 } },
  ],
  [
    "cannot get its image",
    pod({
      status: {
        phase: "Pending",
        containerStatuses: [
          { name: "web", state: { waiting: { reason: "ErrImagePull", message: "not found" } } },
        ],
      },
    }),
    {
      kind: "ended",
      isLeft: true,
      end: {
        isSuccess: false,
        exitCode: null,
        stopCode: "TaskFailedToStart",
        stoppedReason: "web: its image cannot be pulled (ErrImagePull): not found",
      },
    },
  ],
  [
    "waited in vain for a container before it",
    pod({
      spec: { initContainers: [{ name: "init" }] },
      status: {
        phase: "Failed",
        initContainerStatuses: [{ ...exit(5), name: "init" }],
        containerStatuses: [{ name: "web", state: { waiting: { reason: "PodInitializing" } } }],
      },
    }),
    { kind: "ended", end: { isSuccess: false, exitCode: 5, stopCode: "EssentialContainerExited" } },
  ],
  [
    "was stopped for its time, whatever its exit code",
    pod({
      metadata: stop("UserInitiated"),
      status: { phase: "Failed", containerStatuses: [exit(0)] },
    }),
    { kind: "ended", end: { isSuccess: false, stopCode: "UserInitiated", stoppedReason: "late" } },
  ],
  [
    "is being removed",
    pod({ metadata: { deletionTimestamp: "2026-01-02T03:04:08Z" } }),
    { kind: "ended", end: { isSuccess: false, stopCode: "UserInitiated" } },
  ],
])("says how far a task has come that %s", (_, of, expected) => {
  expect(taskState(of, NOW)).toMatchObject(expected);
});
