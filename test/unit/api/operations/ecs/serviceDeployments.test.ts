import { createService } from "../../../../../api/operations/ecs/createService";
import { describeServiceDeployments } from "../../../../../api/operations/ecs/describeServiceDeployments";
import { describeServiceRevisions } from "../../../../../api/operations/ecs/describeServiceRevisions";
import { listServiceDeployments } from "../../../../../api/operations/ecs/listServiceDeployments";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ARN, describeOne, REQUEST, shop, WEB } from "../../../../helpers/api/ecsShop";
import { rollOut } from "../../../../helpers/api/fakeCluster";
import type { FakeInstance } from "../../../../helpers/api/fakeInstance";

const list = (
  instance: FakeInstance,
  input: Partial<Parameters<typeof listServiceDeployments>[0]> = {},
) => instance.call(listServiceDeployments, { cluster: "main", service: "web", ...input });

/** A service that was deployed twice. */
function twice(): FakeInstance {
  const instance = shop();
  instance.call(createService, {
    ...REQUEST,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
  });
  rollOut(instance, WEB);
  instance.now = new Date("2026-01-01T01:00:00Z");
  instance.call(updateService, { cluster: "main", service: "web", forceNewDeployment: true });
  rollOut(instance, WEB);
  return instance;
}

test("lists deployments, the latest first", () => {
  const instance = twice();
  const digits = describeOne(instance)?.deployments?.[0]?.id?.split("/")[1] ?? "";
  const { serviceDeployments } = list(instance);
  expect(serviceDeployments).toMatchObject([
    {
      serviceDeploymentArn: ARN(`service-deployment/main/web/${digits}`),
      serviceArn: WEB,
      clusterArn: ARN("cluster/main"),
      targetServiceRevisionArn: ARN(`service-revision/main/web/${digits}`),
      status: "SUCCESSFUL",
      createdAt: new Date("2026-01-01T01:00:00Z"),
      finishedAt: new Date("2026-01-01T01:00:00Z"),
    },
    { status: "SUCCESSFUL", createdAt: new Date("2026-01-01T00:00:00Z") },
  ]);
  const [latest, first] = serviceDeployments ?? [];
  expect(list(instance, { status: ["STOPPED"] }).serviceDeployments).toEqual([]);
  const before = new Date("2026-01-01T00:30:00Z");
  expect(list(instance, { createdAt: { before } }).serviceDeployments).toEqual([first]);
  expect(list(instance, { createdAt: { after: before } }).serviceDeployments).toEqual([latest]);
  const { nextToken } = list(instance, { maxResults: 1 });
  expect(list(instance, { nextToken })).toEqual({ serviceDeployments: [first] });
});

test("describes them", () => {
  const instance = twice();
  const arns = list(instance).serviceDeployments?.map((of) => of.serviceDeploymentArn ?? "") ?? [];
  const unknown = ARN("service-deployment/main/web/1");
  const { serviceDeployments, failures } = instance.call(describeServiceDeployments, {
    serviceDeploymentArns: [...arns, unknown],
  });
  expect(serviceDeployments).toMatchObject([
    {
      serviceDeploymentArn: arns[0],
      status: "SUCCESSFUL",
      targetServiceRevision: {
        requestedTaskCount: 2,
        runningTaskCount: 2,
        pendingTaskCount: 0,
      },
      deploymentCircuitBreaker: { status: "MONITORING_COMPLETE", failureCount: 0, threshold: 3 },
      deploymentConfiguration: { maximumPercent: 200 },
    },
    { serviceDeploymentArn: arns[1], targetServiceRevision: { runningTaskCount: 0 } },
  ]);
  expect(failures).toEqual([{ arn: unknown, reason: "MISSING" }]);
});

test("does not call a deployment complete that never was", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  rollOut(instance, WEB, { ready: 0, waiting: 2 });
  instance.now = new Date("2026-01-01T01:00:00Z");
  instance.call(updateService, { cluster: "main", service: "web", forceNewDeployment: true });
  rollOut(instance, WEB, { isComplete: false });
  expect(describeOne(instance)?.deployments).toMatchObject([
    { status: "PRIMARY" },
    {
      status: "ACTIVE",
      runningCount: 0,
      rolloutState: "IN_PROGRESS",
      rolloutStateReason: expect.stringMatching(/in progress\.$/) as string,
    },
  ]);
  expect(list(instance).serviceDeployments).toMatchObject([
    { status: "IN_PROGRESS" },
    { status: "STOPPED" },
  ]);
});

test("keeps a deployment whose ReplicaSet is gone, and says what replaced it", () => {
  const instance = twice();
  const [, first] = list(instance).serviceDeployments ?? [];
  instance.cluster = {
    ...instance.cluster,
    replicaSets: instance.cluster.replicaSets.slice(-1),
  };
  const { serviceDeployments = [] } = list(instance);
  expect(serviceDeployments[1]).toEqual(first);
  expect(first?.status).toBe("SUCCESSFUL");
  const { serviceDeployments: described } = instance.call(describeServiceDeployments, {
    serviceDeploymentArns: serviceDeployments.map((of) => of.serviceDeploymentArn ?? ""),
  });
  expect(described).toMatchObject([
    {
      sourceServiceRevisions: [
        { arn: first?.targetServiceRevisionArn, requestedTaskCount: 0, runningTaskCount: 0 },
      ],
    },
    { sourceServiceRevisions: [] },
  ]);
});

test("describes the revisions of its deployments", () => {
  const instance = twice();
  const { serviceDeployments = [] } = list(instance);
  const arns = serviceDeployments.map(
    ({ targetServiceRevisionArn = "" }) => targetServiceRevisionArn,
  );
  const unknown = ARN("service-revision/main/web/0000000000000000000");
  const { serviceRevisions = [], failures } = instance.call(describeServiceRevisions, {
    serviceRevisionArns: [...arns, unknown],
  });
  expect(serviceRevisions).toMatchObject([
    {
      serviceRevisionArn: arns[0],
      serviceArn: WEB,
      clusterArn: ARN("cluster/main"),
      taskDefinition: ARN("task-definition/web:1"),
      launchType: "EC2",
      containerImages: [{ containerName: "web" }],
      createdAt: new Date("2026-01-01T01:00:00Z"),
    },
    { serviceRevisionArn: arns[1], taskDefinition: ARN("task-definition/web:1") },
  ]);
  expect(failures).toEqual([{ arn: unknown, reason: "MISSING" }]);
});

test("has one in progress before the cluster has begun it", () => {
  const instance = shop();
  instance.call(createService, REQUEST);
  expect(list(instance).serviceDeployments).toMatchObject([{ status: "IN_PROGRESS" }]);
  expect(list(instance).serviceDeployments?.[0]).not.toHaveProperty("finishedAt");
});

test.each<[string, (instance: FakeInstance) => unknown, string]>([
  [
    "those of an unknown service",
    (of) => list(of, { service: "x" }),
    "ServiceNotFoundException Service not found.",
  ],
  [
    "what is no ARN of one",
    (of) => of.call(describeServiceDeployments, { serviceDeploymentArns: [WEB] }),
    `InvalidParameterException "${WEB}" is not the ARN of a service deployment.`,
  ],
  [
    "what is no ARN of a revision",
    (of) => of.call(describeServiceRevisions, { serviceRevisionArns: [WEB] }),
    `InvalidParameterException "${WEB}" is not the ARN of a service revision.`,
  ],
])("refuses %s", (_, call, expected) => {
  expect(refusal(() => call(twice()))).toBe(expected);
});
