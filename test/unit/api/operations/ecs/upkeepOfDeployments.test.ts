import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteTaskDefinitions } from "../../../../../api/operations/ecs/deleteTaskDefinitions";
import { deregisterTaskDefinition } from "../../../../../api/operations/ecs/deregisterTaskDefinition";
import { describeServiceDeployments } from "../../../../../api/operations/ecs/describeServiceDeployments";
import { listServiceDeployments } from "../../../../../api/operations/ecs/listServiceDeployments";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { deploymentDigits } from "../../../../../api/operations/ecs/status/deploymentName";
import { newUpkeep } from "../../../../../api/operations/ecs/upkeep";
import { desiredServices } from "../../../../../api/reconcile/desired/services";
import { ARN, CONTAINER, describeOne, REQUEST, shop, WEB } from "../../../../helpers/api/ecsShop";
import { objectOf, rollOut } from "../../../../helpers/api/fakeCluster";
import type { FakeInstance } from "../../../../helpers/api/fakeInstance";

const breaker = (rollback: boolean, enable = true) => ({
  deploymentConfiguration: { deploymentCircuitBreaker: { enable, rollback } },
});

/** A container that ended that often. */
const failing = (restartCount: number) => ({
  phase: "Running",
  containerStatuses: [
    {
      name: "web",
      ready: false,
      restartCount,
      state: { waiting: { reason: "CrashLoopBackOff", message: "hunter2" } },
      lastState: { terminated: { exitCode: 1 } },
    },
  ],
});

/** The service web, which runs web:1 or never ran, while its tasks of web:2 fail. */
function failed(more: object, { hasRun = true, upkeep = true, available }: Ran = {}): FakeInstance {
  const instance = shop();
  if (!hasRun) {
    broken(instance, () => instance.call(createService, { ...REQUEST, ...more }));
  } else {
    instance.call(createService, { ...REQUEST, ...more });
    rollOut(instance, WEB, available === undefined ? {} : { available });
    if (upkeep) instance.call(newUpkeep(), {});
    broken(instance);
  }
  rollOut(instance, WEB, { ready: 0, waiting: 1, isComplete: false, status: failing(4) });
  return instance;
}

/** How web:1 ran. */
interface Ran {
  readonly hasRun?: boolean;
  /** Whether upkeep saw it. */
  readonly upkeep?: boolean;
  /** As many of its tasks have run for long enough; default: all that are ready. */
  readonly available?: number;
}

/** Has the service be of web:2, whose tasks fail. */
function broken(
  instance: FakeInstance,
  use = (): unknown =>
    instance.call(updateService, { cluster: "main", service: "web", taskDefinition: "web" }),
): void {
  instance.call(registerTaskDefinition, {
    family: "web",
    containerDefinitions: [{ ...CONTAINER, image: "nginx:broken" }],
  });
  use();
}

/** What the reconciler makes of the service: how many tasks of which definition. */
function deployed(instance: FakeInstance): object {
  const [of] = desiredServices(
    instance.objects.filter(({ arn, kind }) => kind !== "svc" || arn === WEB),
    instance.world.connection,
    { deployments: instance.cluster.deployments, secretsVersion: () => "" },
  );
  const { replicas, template } = (
    of?.manifest as unknown as {
      spec: { replicas: number; template: { metadata: { annotations: Record<string, string> } } };
    }
  ).spec;
  const metadata = JSON.parse(template.metadata.annotations["kecs.dev/task"] ?? "") as {
    readonly taskDefinitionArn: string;
  };
  return { replicas, taskDefinition: metadata.taskDefinitionArn };
}

test("notes a deployment that is complete, once", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  const upkeep = newUpkeep();
  rollOut(instance, WEB, { ready: 1, waiting: 1 });
  expect(upkeep({}, instance.world).changes).toEqual([]);
  const deployment = rollOut(instance, WEB);
  instance.call(upkeep, {});
  expect(objectOf(instance, WEB).attributes["rollout"]).toMatchObject({
    completed: [{ deployment, revision: { taskDefinition: ARN("task-definition/web:1") } }],
  });
  expect(upkeep({}, instance.world).changes).toEqual([]);
  rollOut(instance, WEB, { ready: 0, waiting: 2, status: failing(9) });
  expect(upkeep({}, instance.world).changes).toEqual([]);
});

test("rolls back to the last deployment that was complete", () => {
  const instance = failed(breaker(true));
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toEqual({
    replicas: 2,
    taskDefinition: ARN("task-definition/web:1"),
  });
  rollOut(instance, WEB, { isComplete: false });
  expect(describeOne(instance)).toMatchObject({
    taskDefinition: ARN("task-definition/web:1"),
    deployments: [
      { status: "PRIMARY", taskDefinition: ARN("task-definition/web:1") },
      {
        status: "ACTIVE",
        taskDefinition: ARN("task-definition/web:2"),
        rolloutState: "FAILED",
        failedTasks: 5,
      },
    ],
  });
  const messages = describeOne(instance)?.events?.map(({ message }) => message);
  expect(messages).toContainEqual(
    expect.stringMatching(
      /deployment ecs-svc\/\d+\) deployment failed: tasks failed to start\. web: it ended with exit code 1 and waits to be started again \(CrashLoopBackOff\)\.$/,
    ),
  );
  expect(messages).toContainEqual(
    expect.stringMatching(/rolling back to deployment ecs-svc\/\d+\.$/),
  );
  expect(JSON.stringify(describeOne(instance))).not.toContain("hunter2");
  rollOut(instance, WEB);
  expect(newUpkeep()({}, instance.world).changes).toEqual([]);
  expect(describeOne(instance)?.deployments).toMatchObject([{ rolloutState: "COMPLETED" }]);
  expect(statuses(instance)).toEqual(["ROLLBACK_SUCCESSFUL", "SUCCESSFUL"]);
});

const statuses = (instance: FakeInstance): unknown[] =>
  (
    instance.call(listServiceDeployments, { cluster: "main", service: "web" }).serviceDeployments ??
    []
  )
    .map(({ status }) => status)
    .sort();

test("tells of a roll back while it goes on, when it is done, and after the next deployment", () => {
  const instance = failed(breaker(true));
  instance.call(newUpkeep(), {});
  const back = rollOut(instance, WEB, { ready: 1, waiting: 1, isComplete: false });
  const { serviceDeployments = [] } = instance.call(listServiceDeployments, {
    cluster: "main",
    service: "web",
  });
  const one = serviceDeployments.find(({ status }) => status === "ROLLBACK_IN_PROGRESS");
  const { serviceDeploymentArn = "" } = one ?? {};
  const describe = () =>
    instance.call(describeServiceDeployments, { serviceDeploymentArns: [serviceDeploymentArn] })
      .serviceDeployments?.[0];
  expect(describe()).toMatchObject({
    rollback: {
      startedAt: instance.now,
      serviceRevisionArn: ARN(`service-revision/main/web/${deploymentDigits(WEB, back)}`),
    },
  });
  rollOut(instance, WEB);
  expect(describe()?.status).toBe("ROLLBACK_SUCCESSFUL");
  instance.call(updateService, { cluster: "main", service: "web", forceNewDeployment: true });
  rollOut(instance, WEB);
  instance.call(newUpkeep(), {});
  const messages = describeOne(instance)?.events?.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringMatching(/rolling back to deployment ecs-svc/));
  expect(describe()?.status).toBe("ROLLBACK_SUCCESSFUL");
  expect(statuses(instance)).toEqual(["ROLLBACK_SUCCESSFUL", "SUCCESSFUL", "SUCCESSFUL"]);
});

test("stops a deployment without a roll back, and tries again when it is asked to", () => {
  const instance = failed(breaker(false));
  const failedOne = objectOf(instance, WEB);
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toEqual({
    replicas: 2,
    taskDefinition: ARN("task-definition/web:1"),
  });
  expect(describeOne(instance)?.deployments).toMatchObject([
    { status: "PRIMARY", taskDefinition: ARN("task-definition/web:2"), rolloutState: "FAILED" },
    { status: "ACTIVE" },
  ]);
  instance.call(updateService, { cluster: "main", service: "web", desiredCount: 3 });
  expect(deployed(instance)).toEqual({
    replicas: 3,
    taskDefinition: ARN("task-definition/web:1"),
  });
  instance.call(updateService, { cluster: "main", service: "web", taskDefinition: "web" });
  expect(deployed(instance)).toMatchObject({
    taskDefinition: failedOne.attributes["taskDefinition"],
  });
});

test("describes the stopped deployment when the tasks before are back", () => {
  const instance = failed(breaker(false));
  instance.call(newUpkeep(), {});
  rollOut(instance, WEB);
  expect(newUpkeep()({}, instance.world).changes).toEqual([]);
  expect(describeOne(instance)).toMatchObject({
    taskDefinition: ARN("task-definition/web:2"),
    runningCount: 2,
    deployments: [
      { status: "PRIMARY", rolloutState: "FAILED", runningCount: 0, failedTasks: 5 },
      { status: "ACTIVE", runningCount: 2 },
    ],
  });
});

test("starts no more tasks of a first deployment that failed", () => {
  const instance = failed(breaker(true), { hasRun: false });
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toMatchObject({ replicas: 0 });
  expect(describeOne(instance)).toMatchObject({
    desiredCount: 2,
    deployments: [{ status: "PRIMARY", rolloutState: "FAILED" }],
  });
});

test("rolls back to what ran before upkeep noted it", () => {
  const instance = failed(breaker(true), { upkeep: false });
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toEqual({ replicas: 2, taskDefinition: ARN("task-definition/web:1") });
});

test("rolls back to tasks that nothing checks, and that have not run for long", () => {
  const unchecked = { ...breaker(true), loadBalancers: [] };
  const instance = failed(unchecked, { upkeep: false, available: 0 });
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toEqual({ replicas: 2, taskDefinition: ARN("task-definition/web:1") });
});

test("does not roll back to tasks that were started again", () => {
  const again = { restartCount: 1, lastState: { terminated: { exitCode: 1 } } };
  const instance = shop();
  instance.call(createService, { ...REQUEST, ...breaker(true), loadBalancers: [] });
  rollOut(instance, WEB, {
    available: 0,
    status: {
      containerStatuses: [{ name: "web", ready: true, state: { running: {} }, ...again }],
    },
  });
  instance.call(updateService, { cluster: "main", service: "web", forceNewDeployment: true });
  expect(objectOf(instance, WEB).attributes["rollout"]).toMatchObject({ completed: [] });
});

test("lets tasks that run go on where no deployment was complete", () => {
  const instance = shop();
  instance.call(createService, { ...REQUEST, ...breaker(true) });
  rollOut(instance, WEB, { ready: 1, waiting: 1 });
  broken(instance);
  rollOut(instance, WEB, { ready: 0, waiting: 1, isComplete: false, status: failing(4) });
  instance.call(newUpkeep(), {});
  const before = { replicas: 2, taskDefinition: ARN("task-definition/web:1") };
  expect(deployed(instance)).toEqual(before);
  rollOut(instance, WEB);
  expect(newUpkeep()({}, instance.world).changes).toEqual([]);
  expect(deployed(instance)).toEqual(before);
  expect(describeOne(instance)).toMatchObject({
    runningCount: 2,
    deployments: [{ status: "PRIMARY", rolloutState: "FAILED" }, { status: "ACTIVE" }],
  });
});

test("lets tasks of a first deployment go on that run while others fail", () => {
  const instance = shop();
  instance.call(createService, { ...REQUEST, ...breaker(true), desiredCount: 3 });
  rollOut(instance, WEB, { ready: 2, waiting: 0 });
  const { pods } = instance.cluster;
  const [pod] = pods;
  const sick = {
    ...pod,
    metadata: { ...pod?.metadata, name: "sick", uid: "sick" },
    status: { ...pod?.status, conditions: [], ...failing(4) },
  } as (typeof pods)[number];
  instance.cluster = { ...instance.cluster, pods: [...pods, sick] };
  const upkeep = newUpkeep();
  instance.call(upkeep, {});
  instance.cluster = {
    ...instance.cluster,
    pods: [...pods, { ...sick, status: { ...sick.status, ...failing(9) } }],
  };
  instance.call(upkeep, {});
  expect(deployed(instance)).toMatchObject({ replicas: 2 });
  instance.cluster = { ...instance.cluster, pods };
  expect(upkeep({}, instance.world).changes).toEqual([]);
});

test("starts no more tasks where the definition to roll back to is gone", () => {
  const instance = failed(breaker(true));
  const old = { taskDefinition: "web:1" };
  instance.call(deregisterTaskDefinition, old);
  instance.cluster = { ...instance.cluster, pods: instance.cluster.pods.slice(-1) };
  instance.call(deleteTaskDefinitions, { taskDefinitions: ["web:1"] });
  instance.call(newUpkeep(), {});
  expect(deployed(instance)).toMatchObject({ replicas: 0 });
});

test.each([
  ["has no circuit breaker", {}],
  ["has one that is not enabled", breaker(true, false)],
])("goes on with a service that %s", (_, more) => {
  const instance = failed(more);
  expect(newUpkeep()({}, instance.world).changes).toEqual([]);
});

test("counts failures in a row: from the last time that a task was healthy", () => {
  const instance = failed(breaker(true));
  const upkeep = newUpkeep();
  rollOut(instance, WEB, { ready: 1, waiting: 1, isComplete: false, status: failing(2) });
  expect(upkeep({}, instance.world).changes).toEqual([]);
});
