import type { RolloutState } from "../../../../../core/ecs/deployment/rolloutState";
import { failure, stoppedBefore } from "../../../../../core/ecs/deployment/messages";
import type { BreakerOutcome } from "../../../../../core/ecs/deployment/circuitBreaker";
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
const rolledBack = (kind: "steady" | "failed" | "late", more: Partial<RolloutState>): Outcome => ({
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
    "a roll back to tasks that fail as well",
    failure(
      PATH,
      failed,
      "rolled back",
      rolledBack("failed", { running: 0, reason: "waiting for web: it ended with exit code 1" }),
      "",
    ),
    `the deployment failed: ${STATE}; it was rolled back, but only 0 of 3 tasks of the previous deployment run; waiting for web: it ended with exit code 1`,
  ],
  [
    "a roll back of the only task",
    failure(PATH, failed, "rolled back", rolledBack("steady", { running: 1, wanted: 1 }), ""),
    `the deployment failed: ${STATE}; it was rolled back: 1 of 1 task of the previous deployment runs`,
  ],
  [
    "one that was stopped beside the only earlier task",
    failure(PATH, { ...failed, found: { ...found, earlier: 1 } }, "stopped", undefined, ""),
    `the deployment failed: ${STATE.replace("3 earlier ones", "1 earlier one")}; the circuit breaker stopped it, and 1 task of the previous deployment runs`,
  ],
  [
    "one that an earlier update stopped without a word",
    stoppedBefore(PATH, ""),
    "the circuit breaker stopped the deployment when it failed",
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

test.each<[string, boolean, BreakerOutcome, RegExp]>([
  ["a late one that goes on", true, "left", /raise steadyStateTimeout/],
  ["a late one that was stopped", true, "stopped", /it starts a new deployment/],
  ["a failed one that goes on", false, "left", /it starts a new deployment/],
  ["a failed one that was rolled back", false, "rolled back", /it starts a new deployment/],
])("of %s says what to do", (_, isLate, fate, hint) => {
  expect(failure(PATH, { ...failed, isLate }, fate, undefined, "").hint).toMatch(hint);
});
