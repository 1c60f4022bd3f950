import { digest } from "../../../../../core/naming";
import { redact, redactor } from "../../../../../core/text/redact";
import type { Event, Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { failuresOf } from "../../../../../core/ecs/observed/failureCount";
import { diagnosisText, podDiagnoses } from "../../../../../core/ecs/observed/podDiagnosis";
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

/** The conditions of a pod that is not ready. */
const conditions = [
  { type: "PodScheduled", status: "True" },
  { type: "Initialized", status: "True" },
  { type: "Ready", status: "False", reason: "ContainersNotReady" },
];
const isNotReady = (more: object) => sick({ started: false, restartCount: 0, ...more });
const waits = (reason: string, message: string, more: object = {}) =>
  isNotReady({ state: { waiting: { reason, message } }, ...more });
const BACK_OFF = "back-off 10s restarting failed container=web pod=web-1_kecs(u)";
const ended = (exitCode: number, reason = "Error", more: object = {}) => ({
  terminated: { exitCode, reason, startedAt: "2026-01-01T00:00:50Z", ...more },
});
const crashed = (...of: Parameters<typeof ended>) =>
  waits("CrashLoopBackOff", BACK_OFF, { restartCount: 2, lastState: ended(...of) });
const whole = (status: object): Pod => ({
  metadata: { name: "web-1", uid: "u" },
  spec: { containers: [{ name: "web" }] },
  status,
});
const NO_FILE = 'exec: "./server": stat ./server: no such file or directory: unknown';
const NO_MOUNT = 'MountVolume.SetUp failed for volume "db" : secret "db" not found';
const happened = (reason: string, message: string, lastTimestamp: string | null): Event => ({
  reason,
  message,
  lastTimestamp,
  involvedObject: { uid: "u" },
});

test.each<[string, boolean, Pod, Event[]?]>([
  [
    'web: its image cannot be pulled (ErrImagePull): failed to pull "x:1": not found',
    true,
    waits("ErrImagePull", 'failed to pull "x:1": not found'),
  ],
  [
    'web: its image cannot be pulled (ImagePullBackOff): Back-off pulling image "x:1"',
    true,
    waits("ImagePullBackOff", 'Back-off pulling image "x:1"', { lastState: ended(1) }),
  ],
  [
    'web: its configuration cannot be used (CreateContainerConfigError): secret "db" not found',
    true,
    waits("CreateContainerConfigError", 'secret "db" not found'),
  ],
  [
    `web: it cannot be started (RunContainerError): ${NO_FILE}`,
    true,
    waits("RunContainerError", NO_FILE, { lastState: ended(128, "StartError") }),
  ],
  [
    `web: it cannot be started (StartError, CrashLoopBackOff): ${NO_FILE}`,
    true,
    crashed(128, "StartError", { message: NO_FILE }),
  ],
  ["web: it ended with exit code 3", true, isNotReady({ state: ended(3) })],
  ["web: it ended with exit code 0", false, isNotReady({ state: ended(0, "Completed") })],
  [
    "web: it ended with exit code 0 and waits to be started again (CrashLoopBackOff)",
    true,
    crashed(0, "Completed"),
  ],
  [
    "web: it ended with exit code 139 and waits to be started again (SIGSEGV, CrashLoopBackOff): core dumped",
    true,
    crashed(139, "Error", { message: "core\n dumped\n" }),
  ],
  [
    "web: it ended with exit code 137 for lack of memory and waits to be started again (SIGKILL, OOMKilled, CrashLoopBackOff)",
    true,
    crashed(137, "OOMKilled"),
  ],
  [
    "web: it ended with exit code 255 and waits to be started again (Unknown, PodInitializing)",
    false,
    waits("PodInitializing", "", { lastState: ended(255, "Unknown") }),
  ],
  ["web: it waits (Throttled): too much", true, waits("Throttled", "too much")],
  ["web: it is being created", false, waits("ContainerCreating", "")],
  ["it is being created", false, whole({ phase: "Pending" })],
  ["it is not ready yet", false, whole({ phase: "Running", conditions })],
  [
    "no node can run it: 0/1 nodes are available: 1 Insufficient memory.",
    true,
    whole({
      phase: "Pending",
      conditions: [
        {
          type: "PodScheduled",
          status: "False",
          reason: "Unschedulable",
          message: "0/1 nodes are available: 1 Insufficient memory.",
        },
      ],
    }),
  ],
  [
    "its node stopped it (Evicted): The node was low on resource: memory.",
    true,
    whole({
      phase: "Failed",
      reason: "Evicted",
      message: "The node was low on resource: memory. ",
    }),
  ],
  [
    `a volume cannot be mounted: ${NO_MOUNT}`,
    true,
    {
      ...waits("ContainerCreating", ""),
      status: { ...waits("ContainerCreating", "").status, phase: "Pending" },
    },
    [
      happened("FailedMount", NO_MOUNT, "2026-01-01T00:00:50Z"),
      happened("Scheduled", "Successfully assigned kecs/web-1 to node-0", null),
    ],
  ],
  [
    "web: it is being created",
    false,
    {
      ...waits("ContainerCreating", ""),
      status: { ...waits("ContainerCreating", "").status, phase: "Pending" },
    },
    [
      happened("Pulling", 'Pulling image "x:1"', "2026-01-01T00:00:52Z"),
      happened("FailedMount", NO_MOUNT, "2026-01-01T00:00:50Z"),
    ],
  ],
  [
    "it is being stopped",
    false,
    {
      metadata: { name: "web-1", uid: "u", deletionTimestamp: "2026-01-01T00:00:50Z" },
      status: { phase: "Running", containerStatuses: [{ name: "web", ready: true }] },
    },
  ],
  [
    "web: its health check does not pass",
    false,
    isNotReady({ started: true, state: { running: { startedAt: "2026-01-01T00:00:50Z" } } }),
  ],
  [
    "web: readiness probe answers 503",
    false,
    isNotReady({ started: true, state: { running: { startedAt: "2026-01-01T00:00:50Z" } } }),
    [said("Readiness probe failed: HTTP probe failed with statuscode: 503")],
  ],
])("says %p (a failure: %p)", (text, isFailure, pod, events = []) => {
  const [diagnosis] = podDiagnoses(pod, NOW, events);
  expect(diagnosis === undefined ? undefined : diagnosisText(diagnosis)).toBe(text);
  expect(diagnosis?.isFailure).toBe(isFailure);
});

test.each([
  ["is ready", { phase: "Running", conditions: [{ type: "Ready", status: "True" }] }],
  ["ended as it should", { phase: "Succeeded", conditions }],
])("says nothing of a task that %s", (_, status) => {
  expect(podDiagnoses(whole(status), NOW)).toEqual([]);
});

test("says first what went wrong, and of each container what it is", () => {
  const pod: Pod = {
    ...whole({
      phase: "Running",
      containerStatuses: [
        { name: "web", ready: false, state: { running: {} } },
        { name: "log", ready: false, state: ended(1) },
        { name: "proxy", ready: true, state: { running: {} } },
      ],
    }),
  };
  expect(podDiagnoses(pod, NOW).map((of) => [of.container, of.what])).toEqual([
    ["log", "it ended with exit code 1"],
    ["web", "its health check does not pass"],
  ]);
});

test("the log of the run before tells of a container that waits to be started again", () => {
  expect(podDiagnoses(crashed(1), NOW)).toMatchObject([{ container: "web", hasEnded: true }]);
  const pod = isNotReady({ state: ended(1), lastState: ended(1) });
  expect(podDiagnoses(pod, NOW)).toMatchObject([{ container: "web", hasEnded: false }]);
});

const textOf = (pod: Pod, events: readonly Event[] = []) =>
  podDiagnoses(pod, NOW, events).map((of) => diagnosisText(of))[0] ?? "";

test("what Kubernetes says steers no terminal", () => {
  expect(textOf(waits("RunContainerError", "exec: \u001b]0;x\u0007 not\nfound"))).toBe(
    "web: it cannot be started (RunContainerError): exec: \\x1b]0;x\\x07 not found",
  );
});

test("a text is cut at 400 characters, after its secrets are struck", () => {
  const long = waits("ErrImagePull", `hunter2 hunter2 ${"x".repeat(400)}`);
  const [text = ""] = podDiagnoses(long, NOW).map((of) => diagnosisText(of, redactor(["hunter2"])));
  expect(text).toMatch(/^web: .*: \[secret\] \[secret\] x+…$/);
  expect(text).toHaveLength(401);
});

test.each([190, 195, 199])(
  "no beginning of a secret is left where what a check said is cut at 200 characters (%i)",
  (before) => {
    const secret = "correct-horse-battery-staple";
    const text = `Readiness probe failed: ${"x".repeat(before - 1)} ${secret} and so on`;
    const what = textOf(sick({ state: { running: {} } }), [said(text)]);
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
    expect(podDiagnoses(pod, NOW, [event])).toMatchObject([
      { container: "job", what: "startup probe fails: no such table" },
    ]);
  });

  const EARLY = "2026-01-01T00:00:51Z";
  const LATE = "2026-01-01T00:00:35Z";
  const OVER = "it has not ended within its startTimeout of 10 s";
  test.each([
    ["SUCCESS", 10, EARLY, "it has not ended yet, and others wait for it", false, 0],
    ["SUCCESS", 10, LATE, OVER, true, 2],
    ["COMPLETE", 10, LATE, OVER, true, 2],
    ["SUCCESS", 0, LATE, "it has not ended yet, and others wait for it", false, 0],
    ["SUCCESS", undefined, LATE, "it has not ended yet, and others wait for it", false, 0],
  ] as const)(
    "by %s within %p s, and runs since %s",
    (condition, startTimeout, since, what, isFailure, failures) => {
      const limit = startTimeout === undefined ? {} : { startTimeout };
      const pod = starting([side(limit), web(condition)], [running(since)]);
      expect(podDiagnoses(pod, NOW)).toMatchObject([{ container: "job", what, isFailure }]);
      expect(failuresOf(pod, { events: [], now: NOW })).toBe(failures);
    },
  );

  test.each([
    ["SUCCESS", "it ended with exit code 1"],
    ["COMPLETE", "it ended with exit code 1; others wait for it by COMPLETE, which needs 0 here"],
  ] as const)("ended with 1, by %s", (condition, what) => {
    const status = { name: "job", ready: false, state: { terminated: { exitCode: 1 } } };
    expect(podDiagnoses(starting([side(), web(condition)], [status]), NOW)).toMatchObject([
      { what },
    ]);
  });
});

test("is told by the name that its definition gives it", () => {
  const name = `log-router-${digest("log_router", 8)}`;
  const pod = starting([container("log_router")], []);
  const status = { name, ready: false, state: { terminated: { exitCode: 2 } } };
  const broken = { ...pod, status: { containerStatuses: [status] } };
  expect(podDiagnoses(broken, NOW)).toMatchObject([{ container: name, name: "log_router" }]);
});
