import {
  monitorDeployment,
  type DeployedService,
} from "../../../../cluster/deployment/monitorDeployment";
import { withPrograms, type Answer } from "../../../helpers/fakePrograms";

const annotations = { "kecs.dev/deployment": "abc.1" };
const MARKS = { "app.kubernetes.io/name": "main-web" };

/** A service as the program wants it: two tasks, which nothing checks. */
function service(instance: string, more: Partial<DeployedService> = {}): DeployedService {
  return {
    instance,
    path: 'EcsService("web")',
    name: "main-web",
    desiredCount: 2,
    isPaused: false,
    waits: true,
    timeoutSeconds: 60,
    circuitBreaker: { enable: true, rollback: true },
    secretValues: ["hunter2hunter2"],
    tell: () => undefined,
    ...more,
  };
}

function deployment(replicas: number, failed?: string) {
  return {
    kind: "Deployment",
    metadata: {
      name: "main-web",
      generation: 1,
      labels: MARKS,
      annotations:
        failed === undefined
          ? {}
          : { "kecs.dev/failed-deployment": failed, "kecs.dev/failure": "0 of 2 tasks run" },
    },
    spec: { replicas, template: { metadata: { annotations } } },
    status: { observedGeneration: 1 },
  };
}

function pod(name: string, status: object, id = "abc.1") {
  return {
    kind: "Pod",
    metadata: { name, uid: name, labels: MARKS, annotations: { "kecs.dev/deployment": id } },
    spec: { containers: [{ name: "web" }] },
    status: { phase: "Running", ...status },
  };
}
const READY = { conditions: [{ type: "Ready", status: "True" }] };

/** What the cluster answers when it is asked for what runs. */
function cluster(instance: string, ...items: object[]): Record<string, readonly Answer[]> {
  const kubectl = `exec k3d-kecs-${instance}-server-0 kubectl -n kecs`;
  return {
    docker: [
      { when: `${kubectl} get`, then: `cat <<'END'\n${JSON.stringify({ items })}\nEND\n` },
      { when: `${kubectl} logs`, then: "echo 'the password is hunter2hunter2'" },
    ],
  };
}

let count = 0;
/** Looks are kept for each instance. */
async function see(items: object[], more: Partial<DeployedService> = {}) {
  const instance = `seen${(count += 1)}`;
  let issue: Awaited<ReturnType<typeof monitorDeployment>>;
  const calls = await withPrograms(cluster(instance, ...items), async () => {
    issue = await monitorDeployment(service(instance, more));
  });
  return {
    issue,
    all: calls.join("\n"),
    calls: calls.filter((call) => / (annotate|patch|apply) /.test(call)),
  };
}

const HINT =
  "run pulumi up --refresh, or kecs start: both check the cluster and create missing objects again";

test.each<[string, object[], Partial<DeployedService>, string]>([
  ["its Deployment is gone", [], {}, 'its Deployment "main-web" is not in the cluster'],
  [
    "its Deployment is gone and nobody waits",
    [],
    { waits: false },
    'its Deployment "main-web" is not in the cluster',
  ],
  [
    "its Deployment was scaled down",
    [deployment(0)],
    {},
    'its Deployment "main-web" asks for "0" tasks, and the program for "2"',
  ],
  [
    "it was scaled down after another deployment had failed",
    [deployment(0, "other.1")],
    {},
    'its Deployment "main-web" asks for "0" tasks, and the program for "2"',
  ],
])("fails at once where %s, and says how it comes back", async (_, items, more, what) => {
  const { issue, calls } = await see(items, more);
  expect(issue).toMatchObject({
    code: "KECS3012",
    path: 'EcsService("web")',
    severity: "error",
    hint: HINT,
  });
  expect(issue?.message).toMatch(what);
  expect(calls).toEqual([]);
});

test("fails again with the same reason where the circuit breaker left no task", async () => {
  const { issue, calls } = await see([deployment(0, "abc.1")]);
  expect(issue).toMatchObject({
    code: "KECS3007",
    severity: "error",
    message: expect.stringContaining("when it failed: 0 of 2 tasks run") as string,
  });
  expect(calls).toEqual([]);
});

test("lets a deployment go on that an earlier update stopped", async () => {
  const { all } = await see([deployment(0)], { desiredCount: 0, isPaused: true });
  expect(all).toContain('{"spec":{"paused":false}}');
  const running = await see([deployment(0)], { desiredCount: 0 });
  expect(running.all).not.toContain("paused");
});

test("is content with a service of which no task is wanted", async () => {
  const { issue } = await see([deployment(0)], { desiredCount: 0 });
  expect(issue).toBeUndefined();
});

test("is content with tasks that run, and forgets that they failed before", async () => {
  const { issue, calls } = await see([deployment(2, "abc.1"), pod("a", READY), pod("b", READY)]);
  expect(issue).toBeUndefined();
  expect(calls).toEqual([
    expect.stringContaining(
      "annotate deployment main-web kecs.dev/failed-deployment- kecs.dev/failure- ",
    ),
  ]);
});

test("keeps the reason of a failure, without secrets, and stops the deployment", async () => {
  const crashed = {
    containerStatuses: [
      {
        name: "web",
        state: { waiting: { reason: "CrashLoopBackOff" } },
        lastState: { terminated: { exitCode: 3 } },
      },
    ],
  };
  const { issue, all } = await see([deployment(2), pod("a", crashed)], { timeoutSeconds: 0 });
  const reason =
    "0 of 2 tasks run; waiting for web: it ended with exit code 3 and waits to be started again (CrashLoopBackOff)\n  last lines of web:\n  | the password is [secret]";
  expect(issue?.message).toContain(reason.replace("\n", "; the circuit breaker stopped it\n"));
  expect(all).toContain(`kecs.dev/failed-deployment=abc.1 kecs.dev/failure=${reason}`);
  expect(all).toContain('patch deployment main-web --type=merge --patch={"spec":{"replicas":0}}');
  expect(`${issue?.message ?? ""}${all}`).not.toContain("hunter2");
});
