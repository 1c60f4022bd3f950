import { readTasks, type KubernetesObject } from "../../../../../core/ecs/observed/readTasks";
import { kubernetesName } from "../../../../../core/naming";
import { pod, running, web } from "../../../../helpers/pods";

const read = (...items: readonly object[]) => readTasks(items as readonly KubernetesObject[], 0);
const deployment = (cluster: string, service: string) => ({
  kind: "Deployment",
  metadata: {
    name: `${cluster}-${service}`,
    labels: { "kecs.dev/cluster": cluster, "kecs.dev/service": service },
  },
});

test("reads a task of a service", () => {
  expect(read(deployment("shop", "front"), pod())).toEqual({
    workloads: [{ cluster: "shop", name: "front", kind: "service" }],
    tasks: [
      {
        id: "a95a20c1000040008000000000000001",
        cluster: "shop",
        name: "front",
        kind: "service",
        lastStatus: "RUNNING",
        healthStatus: "UNKNOWN",
        reason: null,
        createdAt: "2026-01-02T03:04:05Z",
        node: "node-0",
        pod: "shop-front-1",
        containers: [
          {
            name: "web",
            podName: "web",
            image: "whoami:1",
            lastStatus: "RUNNING",
            exitCode: null,
            restarts: 0,
            runtimeId: "containerd://web-1",
          },
        ],
      },
    ],
  });
});

test("shows no secret of the cluster in a reason", () => {
  const secret = {
    kind: "Secret",
    metadata: { name: "front" },
    data: { PASSWORD: Buffer.from("hunter2!").toString("base64") },
  };
  const waiting = { reason: "RunContainerError", message: 'exec: "hunter2!": not found' };
  const sick = pod({
    status: { containerStatuses: [running("web", { ready: false, state: { waiting } })] },
  });
  expect(read(secret, sick)).toMatchObject({
    workloads: [{ name: "front" }],
    tasks: [
      { reason: 'web: it cannot be started (RunContainerError): exec: "[secret]": not found' },
    ],
  });
});

test("a service without a task is one, and what is no task of KECS is none", () => {
  const stranger = pod({ metadata: { labels: { app: "db" } } });
  expect(
    read(deployment("shop", "front"), stranger, { ...deployment("a", "b"), kind: "Job" }),
  ).toEqual({ workloads: [{ cluster: "shop", name: "front", kind: "service" }], tasks: [] });
});

test("a task that was started once has its own name", () => {
  const once = pod({
    metadata: { labels: { "kecs.dev/cluster": "shop", "kecs.dev/task": "migrate" } },
  });
  const { workloads, tasks } = read(once);
  expect(workloads).toEqual([{ cluster: "shop", name: "migrate", kind: "task" }]);
  expect(tasks).toMatchObject([{ cluster: "shop", name: "migrate", kind: "task" }]);
});

test("sorts by name, the newest task first", () => {
  const at = (service: string, creationTimestamp: string) =>
    pod({
      metadata: {
        creationTimestamp,
        labels: { "kecs.dev/cluster": "shop", "kecs.dev/service": service },
      },
    });
  const { workloads, tasks } = read(
    at("front", "2026-01-02T03:04:05Z"),
    at("back", "2026-01-02T03:04:05Z"),
    at("front", "2026-01-02T03:04:06Z"),
  );
  expect(workloads.map(({ name }) => name)).toEqual(["back", "front"]);
  expect(tasks.map(({ name, createdAt }) => `${name} ${createdAt}`)).toEqual([
    "back 2026-01-02T03:04:05Z",
    "front 2026-01-02T03:04:06Z",
    "front 2026-01-02T03:04:05Z",
  ]);
});

test("takes names as the program wrote them from the records", () => {
  const [cluster, name] = ["My_Shop", "Front"];
  const record = {
    kind: "ConfigMap",
    metadata: { name: "r", labels: { "kecs.dev/record": "true" } },
    data: { attributes: JSON.stringify({ cluster, name, desiredCount: 1 }) },
  };
  const other = { ...record, data: undefined };
  const ofService = pod({
    metadata: {
      labels: {
        "kecs.dev/cluster": kubernetesName(cluster),
        "kecs.dev/service": kubernetesName(name),
      },
    },
  });
  expect(read(ofService, record, other).workloads).toEqual([{ cluster, name, kind: "service" }]);
});

describe("the containers of a task", () => {
  const init = { name: "init", image: "kecs:1" };
  const proxy = { name: "proxy", image: "envoy:1" };
  const containers = (of: ReturnType<typeof pod>) => read(of).tasks[0]?.containers ?? [];

  test("are those of the annotation, in its order and with its names", () => {
    const metadata = { containers: { proxy: { name: "Proxy" }, web: { name: "Web" } } };
    const of = pod({
      metadata: {
        labels: { "kecs.dev/cluster": "shop", "kecs.dev/service": "front" },
        annotations: { "kecs.dev/task": JSON.stringify(metadata) },
      },
      spec: { containers: [web], initContainers: [init, proxy] },
    });
    expect(containers(of).map(({ name, podName }) => [name, podName])).toEqual([
      ["Proxy", "proxy"],
      ["Web", "web"],
    ]);
  });

  test("are, without it, all that go on running", () => {
    const of = pod({
      spec: { containers: [web], initContainers: [init, { ...proxy, restartPolicy: "Always" }] },
    });
    expect(containers(of).map(({ name }) => name)).toEqual(["web", "proxy"]);
  });

  test.each([
    ["runs", running("web", { restartCount: 2 }), ["RUNNING", null, 2, "containerd://web-1"]],
    [
      "stopped",
      running("web", { state: { terminated: { exitCode: 3 } } }),
      ["STOPPED", 3, 0, "containerd://web-1"],
    ],
    [
      "waits for its next run",
      running("web", { state: { waiting: { reason: "CrashLoopBackOff" } }, restartCount: 1 }),
      ["PENDING", null, 1, null],
    ],
    ["has no status yet", running("other"), ["PENDING", null, 0, null]],
  ])("tell that one %s", (_, status, expected) => {
    const [{ lastStatus, exitCode, restarts, runtimeId } = {}] = containers(
      pod({ status: { containerStatuses: [status] } }),
    );
    expect([lastStatus, exitCode, restarts, runtimeId]).toEqual(expected);
  });
});
