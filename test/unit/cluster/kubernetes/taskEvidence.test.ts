import { readTaskEvidence } from "../../../../cluster/kubernetes/taskEvidence";

const pod = (name: string, status: object) => ({ metadata: { name }, status });
const read = (...items: object[]) => readTaskEvidence(JSON.stringify({ items }));

test("says why each task is not ready, and nothing of those that are", () => {
  expect(
    read(
      pod("good", { phase: "Running", containerStatuses: [{ ready: true }] }),
      pod("image", {
        phase: "Pending",
        containerStatuses: [
          { ready: false, state: { waiting: { reason: "ImagePullBackOff", message: "no such" } } },
        ],
      }),
      pod("crash", {
        containerStatuses: [
          {
            ready: false,
            restartCount: 3,
            state: { waiting: { reason: "CrashLoopBackOff" } },
            lastState: { terminated: { exitCode: 1 } },
          },
        ],
      }),
      pod("sick", { phase: "Running", containerStatuses: [{ ready: false, state: {} }] }),
      pod("waiting", { phase: "Pending" }),
    ),
  ).toEqual([
    "task image: ImagePullBackOff, no such",
    "task crash: CrashLoopBackOff, exit code 1, 3 restarts",
    "task sick: runs, but its health check fails",
    "task waiting: Pending",
  ]);
});

test("shows no secret of the cluster, and does not count Secrets as tasks", () => {
  const secret = {
    kind: "Secret",
    data: { p: Buffer.from("hunter2\n  hunter2").toString("base64") },
  };
  const message = `exec: "${"x".repeat(104)}hunter2\n  hunter2": not found\n in PATH`;
  const waiting = { reason: "RunContainerError", message };
  const lines = read(secret, pod("a", { containerStatuses: [{ state: { waiting } }] }));
  expect(lines).toEqual([`task a: RunContainerError, exec: "${"x".repeat(104)}[secret]"`]);
  expect(read(secret)).toEqual(["there are no tasks"]);
});

test("says so where there are no tasks, and shows five at most", () => {
  expect(read()).toEqual(["there are no tasks"]);
  const many = Array.from({ length: 9 }, (_, i) => pod(`p${i}`, { phase: "Pending" }));
  expect(read(...many)).toHaveLength(5);
});
