import { createService } from "../../../../../api/operations/ecs/createService";
import { describeTasks } from "../../../../../api/operations/ecs/describeTasks";
import { executeCommand } from "../../../../../api/operations/ecs/executeCommand";
import { listTasks } from "../../../../../api/operations/ecs/listTasks";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { podOfTask } from "../../../../helpers/api/ecsObjects";
import {
  ARN,
  describeOne,
  REQUEST,
  shop,
  THEIR_SERVICE,
  WEB,
} from "../../../../helpers/api/ecsShop";
import { rollOut } from "../../../../helpers/api/fakeCluster";
import type { FakeInstance } from "../../../../helpers/api/fakeInstance";

/** The services web, of two tasks, and theirs, of one; all tasks run. */
function running(): FakeInstance {
  const instance = shop();
  instance.call(createService, { ...REQUEST, launchType: "FARGATE", enableExecuteCommand: true });
  rollOut(instance, WEB);
  rollOut(instance, THEIR_SERVICE.arn);
  return instance;
}

const list = (instance: FakeInstance, input: Parameters<typeof listTasks>[0] = {}) =>
  instance.call(listTasks, { cluster: "main", ...input }).taskArns ?? [];
const describe1 = (instance: FakeInstance, ...tasks: string[]) =>
  instance.call(describeTasks, { cluster: "main", tasks });

test("puts a task into the first of its service's subnets, and into the zone of that", () => {
  const instance = running();
  const subnets = ["subnet-0123456789abcdefc", "subnet-0123456789abcdefa"];
  const networkConfiguration = { awsvpcConfiguration: { subnets } };
  instance.call(updateService, { cluster: "main", service: "web", networkConfiguration });
  const [arn = ""] = list(instance, { serviceName: "web" });
  expect(describe1(instance, arn).tasks?.[0]).toMatchObject({
    availabilityZone: "us-east-1c",
    attachments: [{ details: [{ name: "subnetId", value: subnets[0] }, {}, {}] }],
  });
});

test("describes a task of a service", () => {
  const instance = running();
  const [arn = ""] = list(instance, { serviceName: "web" });
  const id = arn.split("/").at(-1);
  const { tasks, failures } = describe1(instance, arn);
  expect(failures).toEqual([]);
  const attachmentId = tasks?.[0]?.attachments?.[0]?.id;
  expect(tasks).toEqual([
    {
      taskArn: ARN(`task/main/${id}`),
      clusterArn: ARN("cluster/main"),
      taskDefinitionArn: ARN("task-definition/web:1"),
      group: "service:web",
      startedBy: describeOne(instance)?.deployments?.[0]?.id,
      lastStatus: "RUNNING",
      desiredStatus: "RUNNING",
      healthStatus: "HEALTHY",
      launchType: "FARGATE",
      platformVersion: "LATEST",
      platformFamily: "Linux",
      enableExecuteCommand: true,
      availabilityZone: "us-east-1a",
      connectivity: "CONNECTED",
      attachments: [
        {
          id: attachmentId,
          type: "ElasticNetworkInterface",
          status: "ATTACHED",
          details: [
            {
              name: "networkInterfaceId",
              value: expect.stringMatching(/^eni-[0-9a-f]{17}$/) as string,
            },
            { name: "privateIPv4Address", value: "10.42.0.7" },
          ],
        },
      ],
      containers: [
        {
          containerArn: expect.stringMatching(
            `^${ARN(`container/main/${id}/`)}[0-9a-f-]{36}$`,
          ) as string,
          taskArn: arn,
          name: "web",
          image: "nginx:1.27",
          lastStatus: "RUNNING",
          runtimeId: expect.any(String) as string,
          healthStatus: "UNKNOWN",
          cpu: "0",
          networkBindings: [],
          networkInterfaces: [{ attachmentId, privateIpv4Address: "10.42.0.7" }],
        },
      ],
      overrides: { containerOverrides: [{ name: "web" }], inferenceAcceleratorOverrides: [] },
      attributes: [],
      tags: [],
      version: 1,
      createdAt: new Date("2026-01-01T00:00:10Z"),
      startedAt: new Date("2026-01-01T00:00:20Z"),
    },
  ]);
});

test("says which revision a task is of, and its sizes", () => {
  const instance = shop();
  instance.cluster = { ...instance.cluster, pods: [podOfTask({ family: "old", revision: 7 })] };
  expect(describe1(instance, ...list(instance)).tasks).toMatchObject([
    { taskDefinitionArn: ARN("task-definition/old:7"), cpu: "256", memory: "512" },
  ]);
});

test.each<[string, Parameters<typeof podOfTask>[0], object]>([
  [
    "that waits for its image",
    {
      isReady: false,
      status: {
        phase: "Pending",
        containerStatuses: [
          { name: "web", state: { waiting: { reason: "ErrImagePull", message: "not found" } } },
        ],
      },
    },
    { lastStatus: "PENDING", desiredStatus: "RUNNING", containers: [{ lastStatus: "PENDING" }] },
  ],
  [
    "that is being stopped",
    { metadata: { deletionTimestamp: "2026-01-01T00:09:00Z" } },
    {
      lastStatus: "DEPROVISIONING",
      desiredStatus: "STOPPED",
      stopCode: "ServiceSchedulerInitiated",
      stoppedReason: "Scaling activity initiated by (service web)",
    },
  ],
  [
    "that ended",
    {
      isReady: false,
      status: {
        phase: "Failed",
        containerStatuses: [
          {
            name: "web",
            state: {
              terminated: {
                exitCode: 3,
                message: "hunter2",
                startedAt: "2026-01-01T00:00:30Z",
                finishedAt: "2026-01-01T00:00:40Z",
              },
            },
          },
        ],
      },
    },
    {
      lastStatus: "STOPPED",
      desiredStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      startedAt: new Date("2026-01-01T00:00:30Z"),
      stoppedAt: new Date("2026-01-01T00:00:40Z"),
      containers: [{ lastStatus: "STOPPED", exitCode: 3 }],
    },
  ],
  [
    "that its node stopped",
    {
      isReady: false,
      status: {
        phase: "Failed",
        reason: "Evicted",
        message: "low on memory",
        containerStatuses: [],
      },
    },
    {
      lastStatus: "STOPPED",
      stopCode: "TaskFailedToStart",
      stoppedReason: "its node stopped it (Evicted): low on memory",
    },
  ],
])("describes a task %s", (_, options, expected) => {
  const instance = shop();
  instance.cluster = { ...instance.cluster, pods: [podOfTask(options)] };
  const ids = [...list(instance), ...list(instance, { desiredStatus: "STOPPED" })];
  expect(ids).toHaveLength(1);
  const { tasks } = describe1(instance, ...ids);
  expect(tasks).toMatchObject([expected]);
  expect(JSON.stringify(tasks)).not.toContain("hunter2");
});

test("lists tasks by what they are", () => {
  const instance = running();
  const count = (input: Parameters<typeof listTasks>[0]) => list(instance, input).length;
  expect(count({})).toBe(3);
  expect(count({ serviceName: "web" })).toBe(2);
  expect(count({ serviceName: WEB })).toBe(2);
  expect(count({ family: "theirs" })).toBe(1);
  expect(count({ launchType: "FARGATE" })).toBe(2);
  expect(count({ launchType: "EC2" })).toBe(1);
  expect(count({ desiredStatus: "STOPPED" })).toBe(0);
  expect(count({ startedBy: describeOne(instance)?.deployments?.[0]?.id })).toBe(2);
  expect(count({ startedBy: "x" })).toBe(0);
});

test("lists them page by page", () => {
  const instance = running();
  const all = list(instance);
  const { taskArns = [], nextToken } = instance.call(listTasks, { cluster: "main", maxResults: 2 });
  const rest = instance.call(listTasks, { cluster: "main", nextToken });
  expect([...taskArns, ...(rest.taskArns ?? [])]).toEqual(all);
  expect(rest).not.toHaveProperty("nextToken");
});

test("finds a task by its id, and reports what is not there", () => {
  const instance = running();
  const [arn = ""] = list(instance);
  const id = arn.split("/").at(-1) ?? "";
  const unknown = "0".repeat(31) + "f";
  const { tasks, failures } = describe1(
    instance,
    id,
    unknown,
    ARN(`task/other/${id}`),
    id.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
  );
  expect(tasks).toMatchObject([{ taskArn: arn }, { taskArn: arn }]);
  expect(failures).toEqual([
    { arn: ARN(`task/main/${unknown}`), reason: "MISSING" },
    { arn: ARN(`task/other/${id}`), reason: "MISSING" },
  ]);
});

test.each<[string, (instance: FakeInstance) => unknown, string]>([
  [
    "tasks of an unknown cluster",
    (of) => of.call(listTasks, { cluster: "x" }),
    "ClusterNotFoundException Cluster not found.",
  ],
  [
    "tasks of an unknown service",
    (of) => of.call(listTasks, { cluster: "main", serviceName: "x" }),
    "ServiceNotFoundException Service not found.",
  ],
  [
    "tasks of a container instance",
    (of) => of.call(listTasks, { cluster: "main", containerInstance: "x" }),
    "UnsupportedFeatureException containerInstance: KECS has no container instances.",
  ],
  [
    "to describe nothing",
    (of) => of.call(describeTasks, { cluster: "main", tasks: [] }),
    "InvalidParameterException Tasks cannot be empty.",
  ],
  [
    "an id that is none",
    (of) => of.call(describeTasks, { cluster: "main", tasks: ["abc"] }),
    "InvalidParameterException Invalid identifier: taskId length should be one of [32,36]",
  ],
])("refuses %s", (_, call, expected) => {
  expect(refusal(() => call(running()))).toContain(expected);
});

test("names the command that does what ExecuteCommand would", () => {
  const instance = running();
  const [task] = list(instance, { serviceName: "web" });
  const id = task?.split("/").at(-1)?.slice(0, 8) ?? "";
  const input = { cluster: "main", task, command: "ls /", interactive: true };
  expect(refusal(() => instance.call(executeCommand, input))).toBe(
    `UnsupportedFeatureException KECS has no Session Manager for ExecuteCommand. Run: kecs exec --task ${id} main/web -- ls /`,
  );
  expect(
    refusal(() => instance.call(executeCommand, { ...input, task: "abc", container: "web" })),
  ).toContain("kecs exec --task abc --container web main/<service> -- ls /");
});
