import { createCluster } from "../../../../../api/operations/ecs/createCluster";
import { deleteCluster } from "../../../../../api/operations/ecs/deleteCluster";
import { describeClusters } from "../../../../../api/operations/ecs/describeClusters";
import { listClusters } from "../../../../../api/operations/ecs/listClusters";
import { putClusterCapacityProviders } from "../../../../../api/operations/ecs/putClusterCapacityProviders";
import { updateCluster } from "../../../../../api/operations/ecs/updateCluster";
import { updateClusterSettings } from "../../../../../api/operations/ecs/updateClusterSettings";
import { clusterRecord } from "../../../../../core/ecs/cluster/record";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { ofPulumi, podOfTask, serviceOf } from "../../../../helpers/api/ecsObjects";
import { CONNECTION } from "../../../../helpers/samples";

const ARN = "arn:aws:ecs:us-east-1:000000000000:cluster/";
const MAIN = ofPulumi("cluster", clusterRecord(CONNECTION, { name: "main" }));
const ALL = ["TAGS", "SETTINGS", "CONFIGURATIONS"] as const;

test("makes a cluster, and describes it as it was given", () => {
  const instance = new FakeInstance();
  const said = {
    settings: [{ name: "containerInsights" as const, value: "enabled" }],
    configuration: { executeCommandConfiguration: { logging: "DEFAULT" as const } },
    capacityProviders: ["FARGATE"],
    defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    tags: [{ key: "team", value: "a" }],
  };
  const { cluster } = instance.call(createCluster, { clusterName: "myapp", ...said });
  expect(cluster).toEqual({
    ...said,
    clusterArn: `${ARN}myapp`,
    clusterName: "myapp",
    status: "ACTIVE",
    registeredContainerInstancesCount: 0,
    runningTasksCount: 0,
    pendingTasksCount: 0,
    activeServicesCount: 0,
    statistics: [],
  });
  const { clusters } = instance.call(describeClusters, { clusters: ["myapp"], include: [...ALL] });
  expect(clusters).toEqual([cluster]);
  const [plain] = instance.call(describeClusters, { clusters: [`${ARN}myapp`] }).clusters ?? [];
  expect(plain).toMatchObject({ tags: [], settings: [] });
  expect(plain).not.toHaveProperty("configuration");
});

test("is called default where it has no name, and has AWS's settings", () => {
  const instance = new FakeInstance();
  instance.call(createCluster, {});
  const { clusters } = instance.call(describeClusters, { include: ["SETTINGS"] });
  expect(clusters).toMatchObject([
    { clusterName: "default", settings: [{ name: "containerInsights", value: "disabled" }] },
  ]);
});

test.each([
  ["of this API", new FakeInstance()],
  ["of a Pulumi program", new FakeInstance([MAIN])],
])("gives back the cluster that is there: %s", (_, instance) => {
  instance.call(createCluster, { clusterName: "main" });
  const before = instance.objects;
  const { cluster } = instance.call(createCluster, {
    clusterName: "main",
    capacityProviders: ["FARGATE"],
  });
  expect(cluster).toMatchObject({ clusterName: "main", capacityProviders: [] });
  expect(instance.objects).toEqual(before);
});

test("reports unknown clusters", () => {
  const instance = new FakeInstance([MAIN]);
  const { clusters, failures } = instance.call(describeClusters, { clusters: ["main", "x"] });
  expect(clusters).toMatchObject([{ clusterName: "main", clusterArn: `${ARN}main` }]);
  expect(failures).toEqual([{ arn: `${ARN}x`, reason: "MISSING" }]);
});

test("counts what a cluster has", () => {
  const instance = new FakeInstance([MAIN, serviceOf({ cluster: "main", name: "web" })]);
  instance.cluster = {
    ...instance.cluster,
    pods: [podOfTask(), podOfTask({ uid: "2", isReady: false }), podOfTask({ cluster: "other" })],
  };
  expect(instance.call(describeClusters, { clusters: ["main"] }).clusters).toMatchObject([
    { activeServicesCount: 1, runningTasksCount: 1, pendingTasksCount: 1 },
  ]);
});

test("lists clusters page by page", () => {
  const instance = new FakeInstance();
  for (const clusterName of ["c", "a", "b"]) instance.call(createCluster, { clusterName });
  const first = instance.call(listClusters, { maxResults: 2 });
  expect(first.clusterArns).toEqual([`${ARN}a`, `${ARN}b`]);
  instance.call(deleteCluster, { cluster: "a" });
  const rest = instance.call(listClusters, { maxResults: 2, nextToken: first.nextToken });
  expect(rest).toEqual({ clusterArns: [`${ARN}c`] });
});

test("keeps a deleted cluster describable for an hour, and its name free", () => {
  const instance = new FakeInstance();
  instance.call(createCluster, { clusterName: "myapp", tags: [{ key: "a", value: "b" }] });
  expect(instance.call(deleteCluster, { cluster: `${ARN}myapp` }).cluster?.status).toBe("INACTIVE");
  const ask = () => instance.call(describeClusters, { clusters: ["myapp"], include: ["TAGS"] });
  expect(ask().clusters).toMatchObject([{ status: "INACTIVE" }]);
  expect(instance.call(listClusters, {}).clusterArns).toEqual([]);
  instance.now = new Date(instance.now.getTime() + 61 * 60_000);
  expect(ask()).toMatchObject({ clusters: [], failures: [{ reason: "MISSING" }] });
  instance.call(createCluster, { clusterName: "myapp" });
  expect(ask().clusters).toMatchObject([{ status: "ACTIVE", tags: [] }]);
});

test("changes settings, configuration and capacity providers", () => {
  const instance = new FakeInstance();
  instance.call(createCluster, { clusterName: "myapp" });
  const cluster = "myapp";
  const settings = [{ name: "containerInsights" as const, value: "enhanced" }];
  const configuration = { executeCommandConfiguration: { kmsKeyId: "key" } };
  instance.call(updateClusterSettings, { cluster, settings });
  instance.call(updateCluster, { cluster, configuration });
  const strategy = [{ capacityProvider: "FARGATE_SPOT", base: 1 }];
  expect(
    instance.call(putClusterCapacityProviders, {
      cluster,
      capacityProviders: ["FARGATE_SPOT"],
      defaultCapacityProviderStrategy: strategy,
    }).cluster,
  ).toMatchObject({
    settings,
    configuration,
    capacityProviders: ["FARGATE_SPOT"],
    defaultCapacityProviderStrategy: strategy,
  });
});

const web = serviceOf({ cluster: "mine", name: "web" });

test.each<[string, (instance: FakeInstance) => unknown, string]>([
  [
    "a name that AWS refuses",
    (of) => of.call(createCluster, { clusterName: "my app" }),
    'InvalidParameterException clusterName: "my app" is not 1 to 255 letters',
  ],
  [
    "Service Connect",
    (of) => of.call(createCluster, { serviceConnectDefaults: { namespace: "n" } }),
    "UnsupportedFeatureException serviceConnectDefaults: this API does not make names of Service Connect",
  ],
  [
    "a tag of AWS",
    (of) => of.call(createCluster, { tags: [{ key: "aws:a", value: "b" }] }),
    'InvalidParameterException The tag key "aws:a" begins with "aws:"',
  ],
  [
    "to delete an unknown cluster",
    (of) => of.call(deleteCluster, { cluster: "x" }),
    "ClusterNotFoundException Cluster not found.",
  ],
  [
    "to delete a cluster with services",
    (of) => of.call(deleteCluster, { cluster: "mine" }),
    "ClusterContainsServicesException The Cluster cannot be deleted while Services are active.",
  ],
  [
    "to delete a cluster with tasks",
    (of) => of.call(deleteCluster, { cluster: "busy" }),
    "ClusterContainsTasksException The Cluster cannot be deleted while Tasks are active.",
  ],
  [
    "to delete a program's cluster",
    (of) => of.call(deleteCluster, { cluster: "main" }),
    'InvalidParameterException The cluster main belongs to the Pulumi stack "shop/dev".',
  ],
  [
    "to change a program's cluster",
    (of) => of.call(updateClusterSettings, { cluster: "main", settings: [] }),
    'InvalidParameterException The cluster main belongs to the Pulumi stack "shop/dev".',
  ],
  [
    "a page of nothing",
    (of) => of.call(listClusters, { maxResults: 0 }),
    "InvalidParameterException maxResults must be between 1 and 100.",
  ],
  [
    "a token of somebody else",
    (of) => of.call(listClusters, { nextToken: "abc" }),
    "InvalidParameterException The nextToken is not valid.",
  ],
])("refuses %s", (_, call, expected) => {
  const instance = new FakeInstance([MAIN, web]);
  instance.call(createCluster, { clusterName: "mine" });
  instance.call(createCluster, { clusterName: "busy" });
  const pods = [podOfTask({ cluster: "busy", service: undefined })];
  instance.cluster = { ...instance.cluster, pods };
  expect(refusal(() => call(instance))).toContain(expected);
});
