import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { service, taskDefinition } from "./shop";

const describeOne = async ({ ecs }: MemoryApi, name: string) =>
  only(
    (
      await ecs.describeClusters({
        clusters: [name],
        include: ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS", "STATISTICS", "TAGS"],
      })
    ).clusters,
  );

const CONFIGURATION = {
  executeCommandConfiguration: {
    kmsKeyId: "key",
    logging: "OVERRIDE",
    logConfiguration: {
      cloudWatchLogGroupName: "/ecs/exec",
      cloudWatchEncryptionEnabled: true,
      s3BucketName: "logs",
      s3EncryptionEnabled: false,
      s3KeyPrefix: "exec",
    },
  },
  managedStorageConfiguration: { kmsKeyId: "key", fargateEphemeralStorageKmsKeyId: "key" },
} as const;
const SETTINGS = [{ name: "containerInsights" as const, value: "enhanced" }];
const STRATEGY = [
  { capacityProvider: "FARGATE", weight: 1, base: 1 },
  { capacityProvider: "FARGATE_SPOT", weight: 4, base: 0 },
];
const PROVIDERS = ["FARGATE", "FARGATE_SPOT"];
const TAGS = [
  { key: "team", value: "shop é +=@ 1/2" },
  { key: "empty", value: "" },
];

/** Clusters, and the tags of all that ECS has. */
export const CLUSTERS: Cases = {
  async CreateCluster(api) {
    const given = {
      clusterName: "main",
      tags: TAGS,
      settings: SETTINGS,
      configuration: CONFIGURATION,
      capacityProviders: PROVIDERS,
      defaultCapacityProviderStrategy: STRATEGY,
    };
    const { cluster } = await api.ecs.createCluster(given);
    expect(cluster).toMatchObject({ ...given, status: "ACTIVE", activeServicesCount: 0 });
    expect(await describeOne(api, "main")).toEqual(cluster);
    const unnamed = await api.ecs.createCluster({});
    expect(unnamed.cluster?.clusterName).toBe("default");
  },

  async DescribeClusters(api) {
    const arn = await service(api);
    expect(arn).toContain(":service/main/web");
    expect(await describeOne(api, "main")).toMatchObject({
      activeServicesCount: 1,
      runningTasksCount: 2,
      pendingTasksCount: 0,
    });
    const { clusters, failures } = await api.ecs.describeClusters({ clusters: ["main", "other"] });
    expect(only(clusters)).toMatchObject({ settings: [], tags: [] });
    expect(failures).toEqual([
      { arn: "arn:aws:ecs:us-east-1:000000000000:cluster/other", reason: "MISSING" },
    ]);
  },

  async ListClusters(api) {
    for (const clusterName of ["a", "b", "c"]) await api.ecs.createCluster({ clusterName });
    const { clusterArns = [], nextToken } = await api.ecs.listClusters({ maxResults: 2 });
    const rest = await api.ecs.listClusters({ maxResults: 2, nextToken });
    expect([...clusterArns, ...(rest.clusterArns ?? [])]).toEqual(
      ["a", "b", "c"].map((name) => `arn:aws:ecs:us-east-1:000000000000:cluster/${name}`),
    );
    expect(rest.nextToken).toBeUndefined();
  },

  async UpdateCluster(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const given = { settings: SETTINGS, configuration: CONFIGURATION };
    const { cluster } = await api.ecs.updateCluster({ cluster: "main", ...given });
    expect(cluster).toMatchObject(given);
    expect(await describeOne(api, "main")).toEqual(cluster);
  },

  async UpdateClusterSettings(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const settings = SETTINGS;
    const { cluster } = await api.ecs.updateClusterSettings({ cluster: "main", settings });
    expect(cluster?.settings).toEqual(settings);
    expect(await describeOne(api, "main")).toEqual(cluster);
  },

  async PutClusterCapacityProviders(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const given = { capacityProviders: PROVIDERS, defaultCapacityProviderStrategy: STRATEGY };
    const { cluster } = await api.ecs.putClusterCapacityProviders({ cluster: "main", ...given });
    expect(cluster).toMatchObject(given);
    expect(await describeOne(api, "main")).toEqual(cluster);
  },

  async DeleteCluster(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const { cluster } = await api.ecs.deleteCluster({ cluster: "main" });
    expect(cluster?.status).toBe("INACTIVE");
    expect((await describeOne(api, "main")).status).toBe("INACTIVE");
    expect((await api.ecs.listClusters({})).clusterArns).toEqual([]);
  },

  async DescribeCapacityProviders(api) {
    const { capacityProviders = [], failures } = await api.ecs.describeCapacityProviders({
      include: ["TAGS"],
    });
    expect(capacityProviders.map(({ name, status, tags }) => [name, status, tags])).toEqual([
      ["FARGATE", "ACTIVE", []],
      ["FARGATE_SPOT", "ACTIVE", []],
    ]);
    expect(failures).toEqual([]);
    await api.ecs.createCluster({ clusterName: "main", capacityProviders: ["FARGATE_SPOT"] });
    const ofMain = await api.ecs.describeCapacityProviders({ cluster: "main", maxResults: 5 });
    expect(only(ofMain.capacityProviders).name).toBe("FARGATE_SPOT");
    const other = await api.ecs.describeCapacityProviders({ capacityProviders: ["mine"] });
    expect(only(other.failures).reason).toBe("MISSING");
  },

  async ListContainerInstances(api) {
    await api.ecs.createCluster({ clusterName: "main" });
    const { containerInstanceArns } = await api.ecs.listContainerInstances({
      cluster: "main",
      status: "ACTIVE",
      maxResults: 5,
    });
    expect(containerInstanceArns).toEqual([]);
  },

  async ListAccountSettings(api) {
    expect((await api.ecs.listAccountSettings({})).settings).toEqual([]);
    const name = "serviceLongArnFormat";
    const { settings } = await api.ecs.listAccountSettings({ name, effectiveSettings: true });
    expect(only(settings)).toMatchObject({ name, value: "enabled" });
    const page = await api.ecs.listAccountSettings({ effectiveSettings: true, maxResults: 10 });
    expect([page.settings?.length, typeof page.nextToken]).toEqual([10, "string"]);
  },

  async TagResource(api) {
    for (const resourceArn of await everyResource(api)) {
      await api.ecs.tagResource({ resourceArn, tags: TAGS });
      expect((await api.ecs.listTagsForResource({ resourceArn })).tags).toEqual(TAGS);
    }
    expect((await describeOne(api, "main")).tags).toEqual(TAGS);
  },

  async ListTagsForResource(api) {
    const { cluster } = await api.ecs.createCluster({ clusterName: "main", tags: TAGS });
    const resourceArn = cluster?.clusterArn;
    expect((await api.ecs.listTagsForResource({ resourceArn })).tags).toEqual(TAGS);
  },

  async UntagResource(api) {
    for (const resourceArn of await everyResource(api)) {
      await api.ecs.tagResource({ resourceArn, tags: TAGS });
      await api.ecs.untagResource({ resourceArn, tagKeys: ["team", "other"] });
      expect((await api.ecs.listTagsForResource({ resourceArn })).tags).toEqual([TAGS[1]]);
    }
  },
};

/** One of each kind whose tags can change. */
async function everyResource(api: MemoryApi): Promise<string[]> {
  const arn = await service(api);
  const { clusterArn = "" } = await describeOne(api, "main");
  return [arn, clusterArn, await taskDefinition(api)];
}
