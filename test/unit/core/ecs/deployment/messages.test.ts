import type { RolloutState } from "../../../../../core/ecs/deployment/rolloutState";
import { failure, stoppedBefore } from "../../../../../core/ecs/deployment/messages";
import type { Outcome } from "../../../../../core/ecs/deployment/outcome";

const found: RolloutState = {
  kind: "failed",
  running: 0,
  wanted: 3,
  earlier: 3,
  reason:
    "waiting for web: it ended with exit code 3 and waits to be started again (CrashLoopBackOff)",
  diagnoses: [],
};
const PATH = 'EcsService("web")';
const failed = { found, isLate: false, timeoutSeconds: 600 };
const STATE =
  "0 of 3 new tasks run beside 3 earlier ones; waiting for web: it ended with exit code 3 and waits to be started again (CrashLoopBackOff)";
const snapshot = {
  deployment: { metadata: { name: "main-web" }, spec: { template: {} } },
  replicaSets: [],
  pods: [],
  events: [],
};
const rolledBack = (kind: "steady" | "late", more: Partial<RolloutState>): Outcome => ({
  kind,
  snapshot,
  found: { ...found, kind: "progressing", earlier: 0, ...more },
});

test.each<[string, ReturnType<typeof failure>, string]>([
  [
    "a roll back that brought all tasks back",
    failure(PATH, failed, "rolled back", rolledBack("steady", { running: 3 }), "\n  last lines"),
    `the deployment failed: ${STATE}; it was rolled back: 3 of 3 tasks of the previous deployment run\n  last lines`,
  ],
  [
    "a roll back that did not",
    failure(
      PATH,
      failed,
      "rolled back",
      rolledBack("late", { running: 1, reason: "waiting for web: it ended with exit code 1" }),
      "",
    ),
    `the deployment failed: ${STATE}; it was rolled back, but only 1 of 3 tasks of the previous deployment run; waiting for web: it ended with exit code 1`,
  ],
  [
    "a roll back of which nobody could tell",
    failure(PATH, failed, "rolled back", { kind: "unknown", why: "gone" }, ""),
    `the deployment failed: ${STATE}; it was rolled back, but KECS could not find out whether the tasks of the previous deployment run`,
  ],
  [
    "one that was stopped beside earlier tasks",
    failure(PATH, failed, "stopped", undefined, ""),
    `the deployment failed: ${STATE}; the circuit breaker stopped it, and 3 tasks of the previous deployment run`,
  ],
  [
    "a first one that was stopped",
    failure(PATH, { ...failed, found: { ...found, earlier: 0 } }, "stopped", undefined, ""),
    "the deployment failed: 0 of 3 tasks run; waiting for web: it ended with exit code 3 and waits to be started again (CrashLoopBackOff); the circuit breaker stopped it",
  ],
  [
    "one that is late",
    failure(PATH, { ...failed, isLate: true }, "left", undefined, ""),
    `the service did not become steady within 600 s: ${STATE}`,
  ],
  [
    "one that an earlier update stopped",
    stoppedBefore(PATH, "0 of 3 tasks run; web: it ended with exit code 3"),
    "the circuit breaker stopped the deployment when it failed: 0 of 3 tasks run; web: it ended with exit code 3",
  ],
])("tells of %s", (_, issue, message) => {
  expect(issue).toMatchObject({ code: "KECS3007", path: PATH, message, severity: "error" });
});

test.each([
  ["ErrImagePull", true],
  ["ImagePullBackOff", true],
  ["CrashLoopBackOff", false],
])("of %s says how an image of this machine comes to the instance: %p", (reason, says) => {
  const diagnoses = [{ pod: "a", what: "", reason, isFailure: true, hasEnded: false }];
  const of = { ...failed, found: { ...found, diagnoses } };
  const { hint } = failure(PATH, of, "left", undefined, "");
  expect(/use an Image to bring an image/.test(hint ?? "")).toBe(says);
});
