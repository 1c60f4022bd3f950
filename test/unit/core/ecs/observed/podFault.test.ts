import { digest } from "../../../../../core/naming";
import { redact } from "../../../../../core/text/redact";
import type { Event, Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { failuresOf } from "../../../../../core/ecs/observed/failureCount";
import { podFault } from "../../../../../core/ecs/observed/podFault";
import { podTemplate } from "../../../../../core/ecs/pod/podTemplate";
import type { ContainerModel } from "../../../../../core/ecs/pod/model";
import { CONNECTION } from "../../../../helpers/samples";
import { container, task } from "../../../../helpers/tasks";

const NOW = Date.parse("2026-01-01T00:01:00Z");

const sick = (status: object): Pod => ({
  metadata: { name: "web-1", uid: "u" },
  spec: { containers: [{ name: "web" }] },
  status: { phase: "Running", containerStatuses: [{ name: "web", ...status }] },
});
const said = (message: string): Event => ({
  reason: "Unhealthy",
  message,
  involvedObject: { uid: "u", fieldPath: "spec.containers{web}" },
});

test("what Kubernetes says steers no terminal", () => {
  const waiting = { reason: "RunContainerError", message: "exec: \u001b]0;x\u0007 not\nfound" };
  expect(podFault(sick({ state: { waiting } }), [], NOW)?.what).toBe(
    "RunContainerError: exec: \\x1b]0;x\\x07 not found",
  );
});

test.each([190, 195, 199])(
  "no beginning of a secret is left where what a check said is cut at 200 characters (%i)",
  (before) => {
    const secret = "correct-horse-battery-staple";
    const text = `Readiness probe failed: ${"x".repeat(before - 1)} ${secret} and so on`;
    const what = podFault(sick({ state: { running: {} } }), [said(text)], NOW)?.what ?? "";
    expect(what).toMatch(/…$/);
    expect(redact(what, [secret])).not.toMatch(/correct-h/);
  },
);

/** A pod of the task that a service with these containers runs. */
function starting(containers: readonly ContainerModel[], statuses: readonly object[]): Pod {
  const { metadata, spec } = podTemplate(task(containers), {
    connection: CONNECTION,
    cluster: "main",
    service: "web",
    labels: {},
    annotations: {},
    targets: [],
    healthCheckGracePeriod: 0,
  });
  return {
    metadata: { ...metadata, name: "web-1", uid: "u" },
    spec,
    status: { phase: "Pending", initContainerStatuses: statuses as never },
  };
}

const side = (more: Partial<ContainerModel> = {}) =>
  container("job", { essential: false, ...more });
const web = (condition: "HEALTHY" | "COMPLETE" | "SUCCESS") =>
  container("web", { dependsOn: [{ containerName: "job", condition }] });
const running = (startedAt: string) => ({
  name: "job",
  ready: false,
  state: { running: { startedAt } },
});

describe("a container that others wait for", () => {
  test("is told by its check where it has to be healthy", () => {
    const check = { command: ["false"], interval: 5, timeout: 2, startPeriod: 0, retries: 3 };
    const pod = starting([side({ healthCheck: check }), web("HEALTHY")], [running("")]);
    const event = {
      ...said("Startup probe failed: no such table"),
      involvedObject: { uid: "u", fieldPath: "spec.initContainers{job}" },
    };
    expect(podFault(pod, [event], NOW)).toMatchObject({
      container: "job",
      what: "startup probe fails: no such table",
    });
  });

  const EARLY = "2026-01-01T00:00:51Z";
  const LATE = "2026-01-01T00:00:35Z";
  const OVER = "it has not ended within its startTimeout of 10 s";
  test.each([
    ["SUCCESS", 10, EARLY, "it has not ended yet", false, 0],
    ["SUCCESS", 10, LATE, OVER, true, 2],
    ["COMPLETE", 10, LATE, OVER, true, 2],
    ["SUCCESS", 0, LATE, "it has not ended yet", false, 0],
    ["SUCCESS", undefined, LATE, "it has not ended yet", false, 0],
  ] as const)(
    "by %s within %p s, and runs since %s",
    (condition, startTimeout, since, what, isFailure, failures) => {
      const limit = startTimeout === undefined ? {} : { startTimeout };
      const pod = starting([side(limit), web(condition)], [running(since)]);
      expect(podFault(pod, [], NOW)).toMatchObject({ container: "job", what, isFailure });
      expect(failuresOf(pod, { events: [], now: NOW })).toBe(failures);
    },
  );

  test.each([
    ["SUCCESS", "it ended: exit code 1"],
    ["COMPLETE", "it ended: exit code 1 (others wait for it by COMPLETE, which needs 0 here)"],
  ] as const)("ended with 1, by %s", (condition, what) => {
    const status = { name: "job", ready: false, state: { terminated: { exitCode: 1 } } };
    expect(podFault(starting([side(), web(condition)], [status]), [], NOW)?.what).toBe(what);
  });
});

test("is told by the name that its definition gives it", () => {
  const name = `log-router-${digest("log_router", 8)}`;
  const pod = starting([container("log_router")], []);
  const status = { name, ready: false, state: { terminated: { exitCode: 2 } } };
  const broken = { ...pod, status: { containerStatuses: [status] } };
  expect(podFault(broken, [], NOW)).toMatchObject({ container: name, definedAs: "log_router" });
});
