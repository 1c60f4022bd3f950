import fc from "fast-check";
import {
  rolloutState,
  countText,
  failureThreshold,
} from "../../../../../core/ecs/deployment/rolloutState";
import type { Snapshot } from "../../../../../core/ecs/deployment/snapshot";
import { failuresOf, countFailures } from "../../../../../core/ecs/observed/failureCount";
import { hasSettled, isReady } from "../../../../../core/ecs/observed/isReady";
import type {
  ContainerState,
  ContainerStatus,
  Event,
  Pod,
} from "../../../../../core/ecs/observed/kubernetesObjects";

const NOW = Date.parse("2026-01-01T00:01:00Z");
const seen = (pods: readonly Pod[], events: readonly Event[] = []) => ({ pods, events, now: NOW });
const template = (id: string) => ({ metadata: { annotations: { "kecs.dev/deployment": id } } });

function pod(name: string, status: Partial<ContainerStatus> = { ready: true }, id = "new.1"): Pod {
  const ready = status.ready === true;
  return {
    metadata: { name, uid: name, ...template(id).metadata },
    spec: { containers: [{ name: "web" }] },
    status: {
      phase: "Running",
      conditions: [{ type: "Ready", status: ready ? "True" : "False" }],
      containerStatuses: [{ name: "web", state: { running: {} }, ...status }],
    },
  };
}

const leaving = (of: Pod): Pod => ({
  ...of,
  metadata: { ...of.metadata, deletionTimestamp: "2026-01-01T00:00:00Z" },
});

function event(of: string, reason: string, message: string, count = 1): Event {
  return {
    reason,
    message,
    count,
    lastTimestamp: "2026-01-01T00:00:00Z",
    involvedObject: { kind: "Pod", name: of, uid: of, fieldPath: "spec.containers{web}" },
  };
}

function snapshot(
  pods: readonly Pod[],
  more: { replicas?: number; observed?: number; events?: Event[] } = {},
): Snapshot {
  return {
    deployment: {
      metadata: { name: "main-web", generation: 2 },
      spec: { replicas: more.replicas ?? 2, template: template("new.1") },
      status: { observedGeneration: more.observed ?? 2 },
    },
    replicaSets: [],
    pods,
    events: more.events ?? [],
  };
}

const waits = (
  reason: string,
  message?: string,
  lastState?: ContainerState,
): Partial<ContainerStatus> => ({
  ready: false,
  state: { waiting: { reason, ...(message === undefined ? {} : { message }) } },
  ...(lastState === undefined ? {} : { lastState }),
});
const ended = (exitCode: number, reason = "Error"): ContainerState => ({
  terminated: { exitCode, reason },
});

test.each<[string, Snapshot]>([
  ["all tasks are of it and healthy", snapshot([pod("a"), pod("b")])],
  ["others are leaving", snapshot([pod("a"), pod("b"), leaving(pod("c", undefined, "old.1"))])],
  ["no task is wanted", snapshot([], { replicas: 0 })],
])("is steady where %s", (_, of) => {
  expect(rolloutState(of, { failures: 0 }, NOW)).toMatchObject({ kind: "steady", reason: "" });
});

test.each<[string, Snapshot, string]>([
  [
    "the change is not observed",
    snapshot([pod("a"), pod("b")], { observed: 1 }),
    "waiting for the deployment to start",
  ],
  ["a task is missing", snapshot([pod("a")]), "waiting for 1 task to be created"],
  [
    "an earlier task runs",
    snapshot([pod("a"), pod("b"), pod("c", undefined, "old.1")]),
    "waiting for 1 earlier task to stop",
  ],
  [
    "a probe fails",
    snapshot([pod("a"), pod("b", { ready: false })], {
      events: [
        event("b", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"),
      ],
    }),
    "waiting for web: readiness probe answers 503",
  ],
  [
    "an image is not to be had",
    snapshot([pod("a"), pod("b", waits("ImagePullBackOff", 'Back-off pulling image "x:1"'))]),
    'waiting for web: its image cannot be pulled (ImagePullBackOff): Back-off pulling image "x:1"',
  ],
  [
    "no node has room",
    snapshot([
      {
        metadata: pod("a").metadata,
        status: {
          phase: "Pending",
          conditions: [{ type: "PodScheduled", status: "False", message: "Insufficient memory" }],
        },
      },
      pod("b"),
    ]),
    "waiting for a task: no node can run it: Insufficient memory",
  ],
  [
    "a container crashes",
    snapshot([pod("a"), pod("b", waits("CrashLoopBackOff", "back-off", ended(139)))]),
    "waiting for web: it ended with exit code 139 and waits to be started again (SIGSEGV, CrashLoopBackOff)",
  ],
  [
    "memory is too small",
    snapshot([pod("a"), pod("b", waits("CrashLoopBackOff", "back-off", ended(137, "OOMKilled")))]),
    "waiting for web: it ended with exit code 137 for lack of memory and waits to be started again (SIGKILL, OOMKilled, CrashLoopBackOff)",
  ],
])("goes on while %s", (_, of, reason) => {
  expect(rolloutState(of, { failures: 0 }, NOW)).toMatchObject({ kind: "progressing", reason });
});

test("has failed once tasks failed as often as the circuit breaker counts, and do not run", () => {
  const failing = snapshot([pod("a"), pod("b", { ready: false })]);
  expect(rolloutState(failing, { failures: 2 }, NOW).kind).toBe("progressing");
  expect(rolloutState(failing, { failures: 3 }, NOW).kind).toBe("failed");
  expect(rolloutState(snapshot([pod("a"), pod("b")]), { failures: 3 }, NOW).kind).toBe("steady");
  const beside = snapshot([pod("a"), pod("b"), pod("c", undefined, "old.1")]);
  expect(rolloutState(beside, { failures: 3 }, NOW).kind).toBe("progressing");
});

test.each([
  [0, 3],
  [1, 3],
  [6, 3],
  [7, 4],
  [25, 13],
  [400, 200],
  [1000, 200],
  [399, 200],
  [398, 199],
  [401, 200],
  [5, 3],
  [8, 4],
  [9, 5],
])("gives %i tasks up after %i failures", (count, threshold) => {
  expect(failureThreshold(count)).toBe(threshold);
});

test("gives up after half of the tasks, but not before 3 failures, and not after 200", () => {
  fc.assert(
    fc.property(fc.nat(5000), (count) => {
      const threshold = failureThreshold(count);
      expect(threshold).toBeGreaterThanOrEqual(3);
      expect(threshold).toBeLessThanOrEqual(200);
      if (threshold < 200) expect(threshold * 2).toBeGreaterThanOrEqual(count);
      if (threshold > 3) expect((threshold - 1) * 2).toBeLessThan(count);
    }),
  );
});

const anyPod = fc
  .tuple(
    fc.constantFrom<Partial<ContainerStatus>>(
      { ready: true },
      { ready: false },
      waits("CrashLoopBackOff", "back-off", ended(1)),
      { ready: true, restartCount: 2, lastState: ended(3) },
    ),
    fc.constantFrom("new.1", "old.1"),
    fc.boolean(),
  )
  .map(([status, id, isLeaving]) => (name: string) => {
    const of = pod(name, status, id);
    return isLeaving ? leaving(of) : of;
  });

test("judges whatever a cluster says, and counts nothing below one", () => {
  const anything = fc.record({
    pods: fc.array(anyPod, { maxLength: 5 }).map((all) => all.map((make, i) => make(`p${i}`))),
    replicas: fc.nat(4),
    minReadySeconds: fc.constantFrom(0, 10),
    available: fc.nat(4),
    observed: fc.constantFrom(1, 2, 3),
    failures: fc.nat(5),
  });
  fc.assert(
    fc.property(anything, ({ pods, minReadySeconds, available, failures, ...more }) => {
      const { deployment, ...rest } = snapshot(pods, more);
      const replicaSets = [
        {
          metadata: { name: "main-web-1" },
          spec: { template: template("new.1") },
          status: { availableReplicas: available },
        },
      ];
      const spec = { ...deployment.spec, minReadySeconds };
      const of = { ...rest, deployment: { ...deployment, spec }, replicaSets };
      const found = rolloutState(of, { failures }, NOW);
      expect(found.kind === "steady").toBe(found.reason === "");
      expect(found.reason).not.toMatch(/waiting for (0|-\d+) /);
      expect(found.wanted).toBe(more.replicas);
      if (found.kind === "steady") {
        expect(found).toMatchObject({ running: found.wanted, earlier: 0 });
        expect(more.observed).toBeGreaterThanOrEqual(2);
      }
      if (found.kind === "failed") expect(failures).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 1000 },
  );
});

test("is not held up by an older ReplicaSet of the same deployment", () => {
  const { deployment, ...rest } = snapshot([pod("a"), pod("b")]);
  const set = (revision: string, availableReplicas: number) => ({
    metadata: {
      name: `main-web-${revision}`,
      annotations: { "deployment.kubernetes.io/revision": revision },
    },
    spec: { template: template("new.1") },
    status: { availableReplicas },
  });
  const of = {
    ...rest,
    deployment: { ...deployment, spec: { ...deployment.spec, minReadySeconds: 10 } },
    replicaSets: [set("1", 0), set("2", 2)],
  };
  expect(rolloutState(of, { failures: 0 }, NOW).kind).toBe("steady");
});

test("tells that tasks cannot be created", () => {
  const { deployment, ...rest } = snapshot([]);
  const conditions = [
    { type: "ReplicaFailure", status: "True", message: "exceeded quota" },
    { type: "Available", status: "False" },
  ];
  const of = {
    ...rest,
    deployment: { ...deployment, status: { observedGeneration: 2, conditions } },
  };
  expect(rolloutState(of, { failures: 0 }, NOW).reason).toBe(
    "tasks cannot be created: exceeded quota",
  );
});

test("counts ends and failed starts, each once", () => {
  expect(
    failuresOf(pod("a", { ...waits("CrashLoopBackOff", "", ended(1)), restartCount: 2 }), seen([])),
  ).toBe(3);
  expect(failuresOf(pod("a", { ready: false, state: ended(1), restartCount: 0 }), seen([]))).toBe(
    1,
  );
  const pulls = [
    event("a", "Failed", 'Failed to pull image "x:1": not found', 2),
    event("a", "Failed", "Error: ErrImagePull", 2),
    event("a", "Failed", "Error: ImagePullBackOff", 5),
    event("b", "Failed", "Error: ErrImagePull", 9),
  ];
  expect(failuresOf(pod("a", waits("ErrImagePull")), seen([], pulls))).toBe(2);
});

test("counts from when somebody looks, and anew when a task becomes healthy", () => {
  const crashed = (times: number) => pod("a", { ready: false, restartCount: times });
  const begun = countFailures(undefined, seen([crashed(4)]), isReady);
  expect(begun.failures).toBe(0);
  const later = countFailures(begun, seen([crashed(6)]), isReady);
  expect(later.failures).toBe(2);
  const recovered = countFailures(later, seen([crashed(6), pod("b")]), isReady);
  expect(recovered.failures).toBe(0);
  expect(countFailures(recovered, seen([crashed(7), pod("b")]), isReady).failures).toBe(1);
});

describe("tasks that nothing checks", () => {
  const AT = Date.parse("2026-01-01T00:01:00Z");
  const since = (of: Pod, seconds: number): Pod => ({
    ...of,
    status: {
      ...of.status,
      conditions: [
        {
          type: "Ready",
          status: "True",
          lastTransitionTime: new Date(AT - seconds * 1000).toISOString(),
        },
      ],
    },
  });
  const settling = (pods: readonly Pod[], available: number): Snapshot => {
    const { deployment, ...rest } = snapshot(pods);
    return {
      ...rest,
      deployment: { ...deployment, spec: { ...deployment.spec, minReadySeconds: 10 } },
      replicaSets: [
        {
          metadata: { name: "main-web-1" },
          spec: { template: template("new.1") },
          status: { availableReplicas: available },
        },
      ],
    };
  };
  const again = (name: string) =>
    pod(name, { ready: true, restartCount: 2, lastState: ended(3), state: { running: {} } });

  test.each<[string, Snapshot, number, object]>([
    [
      "are waited for until the cluster counts them all",
      settling([pod("a"), pod("b")], 1),
      0,
      { kind: "progressing", running: 2, reason: "waiting for 1 task to have run for 10 s" },
    ],
    ["are steady then", settling([pod("a"), pod("b")], 2), 0, { kind: "steady", reason: "" }],
    [
      "are steady then, though they were started again before",
      settling([again("a"), pod("b")], 2),
      9,
      { kind: "steady" },
    ],
    [
      "are told of with the reason while they run once more",
      settling([again("a"), pod("b")], 1),
      2,
      {
        kind: "progressing",
        reason: "waiting for web: it ended with exit code 3 and was started again",
        diagnoses: [{ pod: "a", container: "web", hasEnded: true, isFailure: true }],
      },
    ],
    [
      "have failed though all of them run at this moment",
      settling([again("a"), again("b")], 0),
      3,
      { kind: "failed", running: 2 },
    ],
    [
      "are not steady where a count is old and one of them does not run",
      settling([pod("a"), pod("b", { ready: false })], 2),
      0,
      { kind: "progressing", running: 1 },
    ],
  ])("%s", (_, of, failures, expected) => {
    expect(rolloutState(of, { failures }, NOW)).toMatchObject(expected);
  });

  test("are healthy once they have run for that time", () => {
    expect(hasSettled(since(pod("a"), 10), 10, AT)).toBe(true);
    expect(hasSettled(since(pod("a"), 9), 10, AT)).toBe(false);
    expect(hasSettled(pod("a", { ready: false }), 0, AT)).toBe(false);
    expect(hasSettled(pod("a"), 0, AT)).toBe(true);
    expect(hasSettled(pod("a"), 10, AT)).toBe(false);
  });
});

test("says how many tasks run, and of which deployment where there are two", () => {
  expect(countText({ running: 2, wanted: 3, earlier: 0 })).toBe("2 of 3 tasks run");
  expect(countText({ running: 1, wanted: 1, earlier: 0 })).toBe("1 of 1 task runs");
  expect(countText({ running: 0, wanted: 3, earlier: 3 })).toBe(
    "0 of 3 new tasks run beside 3 earlier ones",
  );
  const both = snapshot([pod("a", { ready: false }), pod("b", undefined, "old.1")]);
  expect(rolloutState(both, { failures: 0 }, NOW)).toMatchObject({ running: 0, earlier: 1 });
});
