import { only, refusalOf, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { service, taskDefinition } from "./shop";

/** A task of the cluster main that runs once. */
export async function runOne(api: MemoryApi): Promise<string> {
  await api.ecs.createCluster({ clusterName: "main" });
  await taskDefinition(api);
  const { tasks } = await api.ecs.runTask({ cluster: "main", taskDefinition: "web" });
  return only(tasks).taskArn ?? "";
}

const describeOne = async ({ ecs }: MemoryApi, arn = "") =>
  only((await ecs.describeTasks({ cluster: "main", tasks: [arn], include: ["TAGS"] })).tasks);

export const TASKS: Cases = {
  async RunTask(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const taskDefinitionArn = await taskDefinition(api);
    const overrides = {
      containerOverrides: [
        {
          name: "web",
          command: ["migrate", "<&>"],
          environment: [{ name: "A", value: "é" }],
          cpu: 64,
          memory: 128,
          memoryReservation: 64,
        },
      ],
      cpu: "256",
      memory: "512",
      taskRoleArn: "arn:aws:iam::000000000000:role/task",
      executionRoleArn: "arn:aws:iam::000000000000:role/execution",
      ephemeralStorage: { sizeInGiB: 30 },
    };
    const { tasks = [], failures } = await api.ecs.runTask({
      cluster: "main",
      taskDefinition: "web",
      count: 2,
      overrides,
      startedBy: "me",
      group: "batch",
      launchType: "FARGATE",
      platformVersion: "1.4.0",
      networkConfiguration: { awsvpcConfiguration: { subnets: ["subnet-1"] } },
      enableECSManagedTags: true,
      enableExecuteCommand: false,
      propagateTags: "TASK_DEFINITION",
      referenceId: "ref",
      tags: [{ key: "team", value: "shop" }],
      clientToken: "once",
    });
    expect([tasks.length, failures]).toEqual([2, []]);
    for (const task of tasks) {
      expect(task).toMatchObject({
        taskDefinitionArn,
        overrides,
        startedBy: "me",
        group: "batch",
        launchType: "FARGATE",
        platformVersion: "1.4.0",
        lastStatus: "RUNNING",
        tags: [{ key: "team", value: "shop" }],
      });
      expect(await describeOne(api, task.taskArn)).toEqual(task);
    }
  },

  async DescribeTasks(api) {
    await service(api);
    const { taskArns } = await api.ecs.listTasks({ cluster: "main", serviceName: "web" });
    const unknown = "arn:aws:ecs:us-east-1:000000000000:task/main/0123456789abcdef0123456789abcdef";
    const { tasks = [], failures } = await api.ecs.describeTasks({
      cluster: "main",
      tasks: [...(taskArns ?? []), unknown],
    });
    expect(tasks.map(({ lastStatus, group }) => [lastStatus, group])).toEqual([
      ["RUNNING", "service:web"],
      ["RUNNING", "service:web"],
    ]);
    expect(failures).toEqual([{ arn: unknown, reason: "MISSING" }]);
  },

  async ListTasks(api) {
    await service(api);
    const once = await runOne(api);
    const { taskArns } = await api.ecs.listTasks({ cluster: "main" });
    expect(taskArns).toHaveLength(3);
    const page = await api.ecs.listTasks({ cluster: "main", maxResults: 2 });
    const { nextToken } = page;
    const rest = await api.ecs.listTasks({ cluster: "main", maxResults: 2, nextToken });
    expect([...(page.taskArns ?? []), ...(rest.taskArns ?? [])].sort()).toEqual(taskArns?.sort());
    await api.ecs.stopTask({ cluster: "main", task: once });
    const stopped = await api.ecs.listTasks({ cluster: "main", desiredStatus: "STOPPED" });
    expect(stopped.taskArns).toEqual([once]);
  },

  async StopTask(api) {
    const arn = await runOne(api);
    const { task } = await api.ecs.stopTask({ cluster: "main", task: arn, reason: "enough" });
    expect(task).toMatchObject({ taskArn: arn, desiredStatus: "STOPPED" });
    expect(await describeOne(api, arn)).toMatchObject({
      lastStatus: "STOPPED",
      desiredStatus: "STOPPED",
      stopCode: "UserInitiated",
      stoppedReason: "enough",
      containers: [{ name: "web", lastStatus: "STOPPED" }],
    });
  },

  async ExecuteCommand(api) {
    const task = await runOne(api);
    const call = { cluster: "main", task, command: "sh", interactive: true };
    expect(await refusalOf(api.ecs.executeCommand(call))).toContain("kecs exec");
  },
};
