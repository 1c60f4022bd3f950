import { readTaskEvidence } from "../../../../cluster/kubernetes/taskEvidence";

const pod = (name: string, status: object) => ({ kind: "Pod", metadata: { name }, status });
const read = (...items: object[]) => readTaskEvidence(JSON.stringify({ items }), 0);

test("says why each task is not ready, the gravest first, and nothing of those that are", () => {
  const conditions = [{ type: "Ready", status: "True" }];
  expect(
    read(
      pod("good", { phase: "Running", conditions, containerStatuses: [{ ready: true }] }),
      pod("waiting", { phase: "Pending" }),
      pod("crash", {
        phase: "Running",
        containerStatuses: [
          {
            name: "web",
            ready: false,
            restartCount: 3,
            state: { waiting: { reason: "CrashLoopBackOff" } },
            lastState: { terminated: { exitCode: 1, reason: "Error" } },
          },
        ],
      }),
    ),
  ).toEqual([
    "task crash: web: it ended with exit code 1 and waits to be started again (CrashLoopBackOff), 3 restarts",
    "task waiting: it is being created",
  ]);
});

test("shows no secret of the cluster, and does not count Secrets as tasks", () => {
  const secret = {
    kind: "Secret",
    data: { p: Buffer.from("hunter2\n  hunter2").toString("base64") },
  };
  const waiting = { reason: "RunContainerError", message: 'exec: "hunter2\n  hunter2": not found' };
  const lines = read(
    secret,
    pod("a", { containerStatuses: [{ name: "web", state: { waiting } }] }),
  );
  expect(lines).toEqual([
    'task a: web: it cannot be started (RunContainerError): exec: "[secret]": not found',
  ]);
  expect(read(secret)).toEqual(["there are no tasks"]);
});

test("says so where there are no tasks, and shows five at most", () => {
  expect(read()).toEqual(["there are no tasks"]);
  const many = Array.from({ length: 9 }, (_, i) => pod(`p${i}`, { phase: "Pending" }));
  expect(read(...many)).toHaveLength(5);
});
