import { createService } from "../../../../../api/operations/ecs/createService";
import { deregisterTaskDefinition } from "../../../../../api/operations/ecs/deregisterTaskDefinition";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { objectOf, rollOut } from "../../../../helpers/api/fakeCluster";
import {
  ARN,
  CONTAINER,
  describeOne,
  GROUP,
  REQUEST,
  shop,
  WEB,
} from "../../../../helpers/api/ecsShop";

test("counts tasks, and ends in one deployment", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB, { ready: 1, waiting: 1 });
  expect(describeOne(instance)).toMatchObject({
    runningCount: 1,
    pendingCount: 1,
    deployments: [{ rolloutState: "IN_PROGRESS", runningCount: 1, pendingCount: 1 }],
  });
  rollOut(instance, WEB);
  expect(describeOne(instance)).toMatchObject({
    runningCount: 2,
    pendingCount: 0,
    deployments: [
      {
        status: "PRIMARY",
        rolloutState: "COMPLETED",
        rolloutStateReason: expect.stringMatching(
          /^ECS deployment ecs-svc\/\d{19} completed\.$/,
        ) as string,
        runningCount: 2,
        failedTasks: 0,
      },
    ],
  });
});

test("tells what happened, the latest first", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB);
  const messages = describeOne(instance)?.events?.map(({ message }) => message);
  expect(messages?.map((message) => message?.replace(/\(task \w+\)|ecs-svc\/\d+/g, "_"))).toEqual([
    "(service web) has reached a steady state.",
    "(service web) (deployment _) deployment completed.",
    `(service web) registered 2 targets in (target-group ${GROUP})`,
    "(service web) has started 2 tasks: _ _.",
  ]);
  const ids = describeOne(instance)?.events?.map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  expect(describeOne(instance)?.events?.map(({ id }) => id)).toEqual(ids);
});

test("tells why tasks do not run, without their last words", () => {
  const instance = shop();
  instance.call(createService, { ...REQUEST, desiredCount: 1 });
  rollOut(instance, WEB, {
    ready: 0,
    waiting: 1,
    status: {
      containerStatuses: [
        {
          name: "web",
          restartCount: 1,
          state: { terminated: { exitCode: 3, message: "password hunter2" } },
        },
      ],
    },
  });
  const service = describeOne(instance);
  expect(service?.events?.[0]?.message).toMatch(
    /^\(service web\) \(task \w{32}\) failed: web: it ended with exit code 3/,
  );
  expect(JSON.stringify(service)).not.toContain("hunter2");
  expect(service?.deployments).toMatchObject([{ failedTasks: 2 }]);
});

test("shows a new deployment before the cluster has begun it", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB);
  const before = describeOne(instance);
  instance.call(registerTaskDefinition, { family: "web", containerDefinitions: [CONTAINER] });
  const { service } = instance.call(updateService, {
    cluster: "main",
    service: WEB,
    taskDefinition: "web",
  });
  expect(service).toMatchObject({
    taskDefinition: ARN("task-definition/web:2"),
    runningCount: 2,
    deployments: [
      { status: "PRIMARY", rolloutState: "IN_PROGRESS", runningCount: 0, desiredCount: 2 },
      {
        id: before?.deployments?.[0]?.id,
        status: "ACTIVE",
        taskDefinition: ARN("task-definition/web:1"),
        runningCount: 2,
      },
    ],
  });
  rollOut(instance, WEB, { ready: 1, isComplete: false });
  const during = describeOne(instance);
  expect(during).toMatchObject({
    runningCount: 3,
    deployments: [
      { id: service?.deployments?.[0]?.id, rolloutState: "IN_PROGRESS", runningCount: 1 },
      { status: "ACTIVE", runningCount: 2 },
    ],
  });
  rollOut(instance, WEB);
  expect(describeOne(instance)).toMatchObject({
    runningCount: 2,
    deployments: [{ id: service?.deployments?.[0]?.id, rolloutState: "COMPLETED" }],
  });
});

test("starts a deployment by force", () => {
  const name = "web";
  const instance = shop();
  instance.call(createService, REQUEST);
  const arn = ARN(`service/main/${name}`);
  rollOut(instance, arn);
  const before = describeOne(instance, name)?.deployments?.[0];
  expect(before?.rolloutState).toBe("COMPLETED");
  const force = { cluster: "main", service: name, forceNewDeployment: true };
  instance.call(updateService, force);
  expect(describeOne(instance, name)?.deployments).toMatchObject([
    { status: "PRIMARY", rolloutState: "IN_PROGRESS" },
    { status: "ACTIVE", id: before?.id },
  ]);
  rollOut(instance, arn);
  const [after, ...others] = describeOne(instance, name)?.deployments ?? [];
  expect([after?.rolloutState, others]).toEqual(["COMPLETED", []]);
  expect(after?.id).not.toBe(before?.id);
  instance.call(updateService, force);
  expect(describeOne(instance, name)?.deployments).toHaveLength(2);
});

test("shows a deployment that was given up", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  const id = rollOut(instance, WEB, { ready: 0, waiting: 2 });
  rollOut(instance, WEB, {
    ready: 0,
    waiting: 2,
    annotations: { "kecs.dev/failed-deployment": id },
  });
  const service = describeOne(instance);
  expect(service?.deployments?.[0]).toMatchObject({
    rolloutState: "FAILED",
    rolloutStateReason: "ECS deployment circuit breaker: tasks failed to start.",
  });
  expect(service?.events?.[0]?.message).toContain("deployment failed: tasks failed to start.");
});

test("changes what is said and leaves the rest", () => {
  const instance = shop();
  instance.call(createService, {
    ...REQUEST,
    clientToken: "t",
    launchType: "FARGATE",
    deploymentConfiguration: { maximumPercent: 150, minimumHealthyPercent: 50 },
    tags: [{ key: "a", value: "b" }],
  });
  const { service } = instance.call(updateService, {
    cluster: "main",
    service: "web",
    desiredCount: 4,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    loadBalancers: [],
  });
  expect(service).toMatchObject({ loadBalancers: [] });
  expect(objectOf(instance, WEB)).toMatchObject({
    attributes: {
      desiredCount: 4,
      loadBalancers: [],
      deploymentMaximumPercent: 150,
      deploymentMinimumHealthyPercent: 50,
      deploymentCircuitBreaker: { enable: true, rollback: false },
      tags: { a: "b" },
    },
    echo: { launchType: "FARGATE", clientToken: "t" },
  });
});

test("goes on with a task definition that has become INACTIVE", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  instance.call(deregisterTaskDefinition, { taskDefinition: "web:1" });
  instance.call(updateService, { cluster: "main", service: "web", desiredCount: 3 });
  expect(describeOne(instance)).toMatchObject({ desiredCount: 3 });
});
