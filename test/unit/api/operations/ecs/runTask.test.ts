import type { RunTaskRequest } from "@aws-sdk/client-ecs";
import { createCluster } from "../../../../../api/operations/ecs/createCluster";
import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteCluster } from "../../../../../api/operations/ecs/deleteCluster";
import { describeTasks } from "../../../../../api/operations/ecs/describeTasks";
import { listTasks } from "../../../../../api/operations/ecs/listTasks";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { runTask } from "../../../../../api/operations/ecs/runTask";
import { stopTask } from "../../../../../api/operations/ecs/stopTask";
import { newUpkeep } from "../../../../../api/operations/ecs/upkeep";
import type { Pod } from "../../../../../core/ecs/observed/kubernetesObjects";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ARN, CONTAINER, REQUEST, shop, WEB } from "../../../../helpers/api/ecsShop";
import { rollOut } from "../../../../helpers/api/fakeCluster";
import type { FakeInstance } from "../../../../helpers/api/fakeInstance";

const upkeep = newUpkeep();
const RUN: RunTaskRequest = { cluster: "main", taskDefinition: "web" };

const run = (instance: FakeInstance, more: Partial<RunTaskRequest> = {}) =>
  instance.call(runTask, { ...RUN, ...more }).tasks ?? [];
const list = (instance: FakeInstance, input: Parameters<typeof listTasks>[0] = {}) =>
  instance.call(listTasks, { cluster: "main", ...input }).taskArns ?? [];
const describe1 = (instance: FakeInstance, task = "") =>
  instance.call(describeTasks, { cluster: "main", tasks: [task], include: ["TAGS"] }).tasks?.[0];

/** Has the cluster say something else of all pods. */
function say(instance: FakeInstance, status: Pod["status"], metadata: object = {}): void {
  instance.cluster = {
    ...instance.cluster,
    pods: instance.cluster.pods.map((pod) => ({
      ...pod,
      metadata: { ...pod.metadata, ...metadata },
      spec: { containers: [], ...pod.spec, nodeName: "node-0" },
      status: { ...pod.status, ...status },
    })),
  };
}

const ended = (exitCode: number) => ({
  phase: exitCode === 0 ? "Succeeded" : "Failed",
  containerStatuses: [
    {
      name: "web",
      state: {
        terminated: {
          exitCode,
          startedAt: "2026-01-01T00:00:30Z",
          finishedAt: "2026-01-01T00:00:40Z",
        },
      },
    },
  ],
});

function later(instance: FakeInstance, minutes: number): void {
  instance.now = new Date(instance.now.getTime() + minutes * 60_000);
}

test("starts a task, which is described as it was asked for", () => {
  const instance = shop();
  const overrides = {
    containerOverrides: [{ name: "web", command: ["migrate"] }],
    taskRoleArn: "arn:aws:iam::000000000000:role/task",
  };
  const [task] = run(instance, {
    overrides,
    startedBy: "me",
    launchType: "FARGATE",
    networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
    tags: [{ key: "team", value: "shop" }],
  });
  expect(task).toMatchObject({
    taskArn: expect.stringContaining(ARN("task/main/")) as string,
    clusterArn: ARN("cluster/main"),
    taskDefinitionArn: ARN("task-definition/web:1"),
    group: "family:web",
    startedBy: "me",
    launchType: "FARGATE",
    platformVersion: "LATEST",
    lastStatus: "PROVISIONING",
    desiredStatus: "RUNNING",
    overrides: { ...overrides, inferenceAcceleratorOverrides: [] },
    tags: [{ key: "team", value: "shop" }],
    attachments: [{ details: [{ name: "subnetId", value: "subnet-1" }, {}] }],
  });
  expect(list(instance)).toEqual([task?.taskArn]);
  expect(list(instance, { family: "web", startedBy: "me", launchType: "FARGATE" })).toHaveLength(1);
  expect(instance.cluster.pods).toMatchObject([
    { spec: { restartPolicy: "Never", containers: [{ args: ["migrate"] }] } },
  ]);
});

test("starts as many tasks as are asked for, in a group", () => {
  const instance = shop();
  const tasks = run(instance, { count: 3, group: "batch" });
  expect(tasks.map(({ group }) => group)).toEqual(["batch", "batch", "batch"]);
  expect(list(instance)).toHaveLength(3);
});

test("takes the task definition's tags and launch type where that is asked for", () => {
  const instance = shop();
  instance.call(registerTaskDefinition, {
    family: "web",
    containerDefinitions: [CONTAINER],
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    tags: [{ key: "team", value: "shop" }],
  });
  const [task] = run(instance, { propagateTags: "TASK_DEFINITION" });
  expect(task).toMatchObject({ launchType: "FARGATE", tags: [{ key: "team", value: "shop" }] });
});

test("starts nothing twice with a client token", () => {
  const instance = shop();
  const input = { count: 2, clientToken: "once" };
  const first = run(instance, input);
  expect(run(instance, input)).toEqual(first);
  const [pod] = instance.cluster.pods;
  instance.cluster = { ...instance.cluster, pods: pod === undefined ? [] : [pod] };
  expect(run(instance, input)).toEqual(first);
  instance.call(stopTask, { cluster: "main", task: first[0]?.taskArn });
  expect(run(instance, input).map(({ taskArn }) => taskArn)).toEqual(
    first.map(({ taskArn }) => taskArn),
  );
  expect(instance.cluster.pods).toHaveLength(1);
  expect(refusal(() => run(instance, { ...input, count: 1 }))).toContain("ConflictException");
});

test.each<[string, Partial<RunTaskRequest>, string]>([
  ["no tasks", { count: 0 }, "InvalidParameterException count must be between 1 and 10."],
  ["too many tasks", { count: 11 }, "InvalidParameterException count must be between 1 and 10."],
  ["an unknown cluster", { cluster: "x" }, "ClusterNotFoundException Cluster not found."],
  ["an unknown definition", { taskDefinition: "x" }, "ClientException TaskDefinition not found."],
  ["a starter with blanks", { startedBy: "a b" }, "InvalidParameterException startedBy can have"],
  ["a place", { placementStrategy: [{ type: "random" }] }, "UnsupportedFeatureException placement"],
  ["EXTERNAL", { launchType: "EXTERNAL" }, "UnsupportedFeatureException launchType: EXTERNAL"],
  [
    "two kinds of places",
    { launchType: "EC2", capacityProviderStrategy: [{ capacityProvider: "FARGATE" }] },
    "InvalidParameterException Specifying both a launch type and capacity provider strategy",
  ],
  [
    "tags of a service",
    { propagateTags: "SERVICE" },
    "InvalidParameterException propagateTags can be TASK_DEFINITION or NONE",
  ],
  [
    "overrides of an unknown container",
    { overrides: { containerOverrides: [{ name: "x" }] } },
    "InvalidParameterException Override for container named x is not a container in the TaskDefinition.",
  ],
  [
    "a size that is none",
    { overrides: { memory: "much" } },
    'InvalidParameterException overrides.memory: "much" is not a size.',
  ],
  [
    "a variable without a name",
    { overrides: { containerOverrides: [{ name: "web", environment: [{ value: "1" }] }] } },
    "InvalidParameterException overrides.containerOverrides[0].environment[0].name cannot be empty.",
  ],
  [
    "files in S3",
    {
      overrides: {
        containerOverrides: [
          { name: "web", environmentFiles: [{ type: "s3", value: "arn:aws:s3:::a/b.env" }] },
        ],
      },
    },
    "UnsupportedFeatureException overrides.containerOverrides[0].environmentFiles: ",
  ],
  [
    "long overrides",
    { overrides: { containerOverrides: [{ name: "web", command: ["x".repeat(8200)] }] } },
    "InvalidParameterException overrides can have at most 8192 characters.",
  ],
])("refuses %s", (_, more, expected) => {
  const instance = shop();
  expect(refusal(() => run(instance, more))).toContain(expected);
  expect(instance.cluster.pods).toEqual([]);
});

test("describes how a task ended, for an hour", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  say(instance, ended(3));
  instance.call(upkeep, {});
  expect(describe1(instance, taskArn)).toMatchObject({
    lastStatus: "STOPPED",
    desiredStatus: "STOPPED",
    stopCode: "EssentialContainerExited",
    containers: [{ exitCode: 3 }],
  });
  later(instance, 59);
  instance.call(upkeep, {});
  expect(list(instance, { desiredStatus: "STOPPED" })).toEqual([taskArn]);
  later(instance, 2);
  instance.call(upkeep, {});
  expect(list(instance, { desiredStatus: "STOPPED" })).toEqual([]);
});

test("describes a task that was stopped, for an hour", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance, { startedBy: "me" });
  const { task } = instance.call(stopTask, { cluster: "main", task: taskArn, reason: "enough" });
  expect(task).toMatchObject({ taskArn, desiredStatus: "STOPPED", stoppedReason: "enough" });
  expect(instance.cluster.pods).toEqual([]);
  expect(describe1(instance, taskArn)).toMatchObject({
    startedBy: "me",
    lastStatus: "STOPPED",
    desiredStatus: "STOPPED",
    stopCode: "UserInitiated",
    stoppedReason: "enough",
    createdAt: new Date("2026-01-01T00:00:00Z"),
    stoppingAt: instance.now,
    stoppedAt: instance.now,
    containers: [{ lastStatus: "STOPPED" }],
  });
  expect(list(instance)).toEqual([]);
  expect(list(instance, { desiredStatus: "STOPPED" })).toEqual([taskArn]);
  const again = instance.call(stopTask, { cluster: "main", task: taskArn, reason: "once more" });
  expect(again.task?.stoppedReason).toBe("enough");
  later(instance, 61);
  expect(describe1(instance, taskArn)).toBeUndefined();
  instance.call(upkeep, {});
  expect(instance.objects.filter(({ kind }) => kind === "task")).toEqual([]);
});

test("keeps what the pod of a stopped task tells before it goes", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const { pods } = instance.cluster;
  instance.call(stopTask, { cluster: "main", task: taskArn });
  instance.cluster = { ...instance.cluster, pods };
  say(instance, { phase: "Running" }, { deletionTimestamp: "2026-01-01T00:00:35Z" });
  expect(describe1(instance, taskArn)).toMatchObject({
    lastStatus: "DEPROVISIONING",
    desiredStatus: "STOPPED",
    stoppedReason: "Task stopped by user",
  });
  say(instance, ended(143));
  instance.call(upkeep, {});
  instance.cluster = { ...instance.cluster, pods: [] };
  expect(describe1(instance, taskArn)).toMatchObject({
    lastStatus: "STOPPED",
    stopCode: "UserInitiated",
    stoppedAt: new Date("2026-01-01T00:00:40Z"),
    containers: [{ exitCode: 143 }],
  });
});

test("has a task end no sooner than it was stopped, as the cluster tells whole seconds", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const { pods } = instance.cluster;
  instance.now = new Date("2026-01-01T00:00:40.500Z");
  instance.call(stopTask, { cluster: "main", task: taskArn });
  instance.cluster = { ...instance.cluster, pods };
  say(instance, ended(0), { deletionTimestamp: "2026-01-01T00:01:10Z" });
  expect(describe1(instance, taskArn)).toMatchObject({
    stoppingAt: instance.now,
    stoppedAt: instance.now,
  });
});

test("ends the pod of a stopped task where a process ended before it could", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const { pods } = instance.cluster;
  instance.call(stopTask, { cluster: "main", task: taskArn });
  instance.cluster = { ...instance.cluster, pods };
  expect(list(instance)).toEqual([]);
  instance.call(upkeep, {});
  expect(instance.cluster.pods).toEqual([]);
});

test("ends the pod of a task that was stopped hours before a process came to it", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const { pods } = instance.cluster;
  instance.call(stopTask, { cluster: "main", task: taskArn });
  instance.cluster = { ...instance.cluster, pods };
  later(instance, 120);
  instance.call(upkeep, {});
  expect(instance.cluster.pods).toEqual([]);
  instance.call(upkeep, {});
  expect(instance.objects.filter(({ kind }) => kind === "task")).toEqual([]);
});

test("leaves it to a task that ran to say how it ended", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const terminated = { exitCode: 1, reason: "Error" };
  const containerStatuses = [{ name: "web", state: { terminated } }];
  say(instance, { phase: "Pending", containerStatuses });
  instance.call(upkeep, {});
  say(instance, { phase: "Failed", containerStatuses });
  expect(describe1(instance, taskArn)).toMatchObject({
    lastStatus: "STOPPED",
    stopCode: "EssentialContainerExited",
  });
});

test("stops a task that cannot start", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  say(instance, {
    phase: "Pending",
    containerStatuses: [
      { name: "web", state: { waiting: { reason: "ErrImagePull", message: "no such image" } } },
    ],
  });
  instance.call(upkeep, {});
  expect(describe1(instance, taskArn)).toMatchObject({
    lastStatus: "STOPPED",
    stopCode: "TaskFailedToStart",
    stoppedReason:
      "CannotPullContainerError: web: its image cannot be pulled (ErrImagePull): no such image",
  });
});

test("has no exit code of a container that never ran, and goes on telling why", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const { pods } = instance.cluster;
  say(instance, {
    phase: "Pending",
    containerStatuses: [
      { name: "web", state: { waiting: { reason: "ImagePullBackOff", message: "not found" } } },
    ],
  });
  instance.call(upkeep, {});
  instance.cluster = { ...instance.cluster, pods };
  const terminated = { exitCode: 137, reason: "ContainerStatusUnknown" };
  say(
    instance,
    { phase: "Failed", containerStatuses: [{ name: "web", state: { terminated } }] },
    { deletionTimestamp: "2026-01-01T00:00:50Z" },
  );
  instance.call(upkeep, {});
  const [container] = describe1(instance, taskArn)?.containers ?? [];
  expect(container?.reason).toMatch(/^CannotPullContainerError: .*not found$/);
  expect(container).not.toHaveProperty("exitCode");
});

test("stops a task of a schedule that cannot start, and leaves the others to Kubernetes", () => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const labels = { "kecs.dev/owner": "pulumi", "kecs.dev/schedule": "nightly" };
  say(instance, ended(3), { labels });
  later(instance, 120);
  expect(upkeep({}, instance.world).changes).toEqual([]);
  const waiting = { reason: "ImagePullBackOff", message: "not found" };
  say(instance, { phase: "Pending", containerStatuses: [{ name: "web", state: { waiting } }] });
  instance.call(upkeep, {});
  expect(describe1(instance, taskArn)).toMatchObject({ stopCode: "TaskFailedToStart" });
});

test.each([
  [
    { exitCode: 128, reason: "StartError" },
    {
      stopCode: "TaskFailedToStart",
      stoppedReason: "CannotStartContainerError: web: it cannot be started (StartError)",
      containers: [{ reason: "CannotStartContainerError: web: it cannot be started (StartError)" }],
    },
  ],
  [
    { exitCode: 137, reason: "OOMKilled" },
    {
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [
        { exitCode: 137, reason: "OutOfMemoryError: Container killed due to memory usage" },
      ],
    },
  ],
])("says in AWS's words that a container ended with %j", (terminated, expected) => {
  const instance = shop();
  const [{ taskArn } = {}] = run(instance);
  const containerStatuses = [{ name: "web", state: { terminated } }];
  say(instance, { phase: "Failed", containerStatuses });
  expect(describe1(instance, taskArn)).toMatchObject(expected);
});

test("leaves tasks alone that run or start", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB);
  instance.call(upkeep, {});
  run(instance);
  later(instance, 120);
  expect(upkeep({}, instance.world).changes).toEqual([]);
});

test("stops a task of a service", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB);
  const [taskArn = ""] = list(instance, { serviceName: "web" });
  instance.call(stopTask, { cluster: "main", task: taskArn.split("/").at(-1) });
  expect(list(instance, { serviceName: "web" })).toHaveLength(1);
  expect(list(instance, { serviceName: "web", desiredStatus: "STOPPED" })).toEqual([taskArn]);
  expect(describe1(instance, taskArn)).toMatchObject({ stopCode: "UserInitiated" });
});

test("refuses to stop a task that is not there", () => {
  const unknown = { cluster: "main", task: "0".repeat(32) };
  expect(refusal(() => shop().call(stopTask, unknown))).toBe(
    "InvalidParameterException The referenced task was not found.",
  );
});

test("keeps a cluster while tasks run in it", () => {
  const instance = shop();
  instance.call(createCluster, { clusterName: "batch" });
  const [{ taskArn } = {}] = run(instance, { cluster: "batch" });
  const remove = () => instance.call(deleteCluster, { cluster: "batch" });
  expect(refusal(remove)).toContain("ClusterContainsTasksException");
  instance.call(stopTask, { cluster: "batch", task: taskArn });
  expect(remove().cluster?.status).toBe("INACTIVE");
});
