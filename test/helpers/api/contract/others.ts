import { signature } from "../wireRequests";
import { only, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { certificate, certificateFor, listener, service } from "./shop";

const OF_SHOP = { Key: "team", Value: "shop" };

export const CERTIFICATES: Cases = {
  async ImportCertificate(api) {
    const { CertificateArn } = await api.acm.importCertificate(await certificateFor("a.test"));
    const again = await api.acm.importCertificate({
      CertificateArn,
      ...(await certificateFor("b.test")),
    });
    expect(again.CertificateArn).toBe(CertificateArn);
    const { Certificate } = await api.acm.describeCertificate({ CertificateArn });
    expect(Certificate?.DomainName).toBe("b.test");
  },

  async DescribeCertificate(api) {
    const CertificateArn = await certificate(api);
    await listener(api, { Protocol: "HTTPS", Port: 443, Certificates: [{ CertificateArn }] });
    const { Certificate } = await api.acm.describeCertificate({ CertificateArn });
    expect(Certificate).toMatchObject({
      CertificateArn,
      DomainName: "shop.test",
      SubjectAlternativeNames: ["shop.test", "*.shop.test"],
      Status: "ISSUED",
      Type: "IMPORTED",
    });
    expect(only(Certificate?.InUseBy)).toContain(":loadbalancer/app/shop/");
  },

  async ListCertificates(api) {
    const CertificateArn = await certificate(api);
    const { CertificateSummaryList } = await api.acm.listCertificates({});
    expect(only(CertificateSummaryList)).toMatchObject({ CertificateArn, DomainName: "shop.test" });
  },

  async DeleteCertificate(api) {
    await api.acm.deleteCertificate({ CertificateArn: await certificate(api) });
    expect((await api.acm.listCertificates({})).CertificateSummaryList).toEqual([]);
  },

  async AddTagsToCertificate(api) {
    const CertificateArn = await certificate(api);
    await api.acm.addTagsToCertificate({ CertificateArn, Tags: [OF_SHOP, { Key: "a" }] });
    await api.acm.addTagsToCertificate({ CertificateArn, Tags: [{ Key: "a", Value: "b" }] });
    const { Tags } = await api.acm.listTagsForCertificate({ CertificateArn });
    expect(Tags).toEqual([OF_SHOP, { Key: "a", Value: "b" }]);
  },

  async ListTagsForCertificate(api) {
    const { CertificateArn } = await api.acm.importCertificate({
      ...(await certificateFor("a.test")),
      Tags: [OF_SHOP],
    });
    expect((await api.acm.listTagsForCertificate({ CertificateArn })).Tags).toEqual([OF_SHOP]);
  },

  async RemoveTagsFromCertificate(api) {
    const CertificateArn = await certificate(api);
    await api.acm.addTagsToCertificate({ CertificateArn, Tags: [OF_SHOP, { Key: "a" }] });
    await api.acm.removeTagsFromCertificate({
      CertificateArn,
      Tags: [{ Key: "team", Value: "other" }, { Key: "a" }],
    });
    expect((await api.acm.listTagsForCertificate({ CertificateArn })).Tags).toEqual([OF_SHOP]);
  },
};

const LINES = ["2026-01-01T00:00:01.000000000Z one", "2026-01-01T00:00:02.000000000Z two <&>"];

/** The streams of the group /ecs/web, into which two tasks write. */
async function writing(api: MemoryApi): Promise<string[]> {
  await service(api);
  const logConfiguration = {
    logDriver: "awslogs" as const,
    options: { "awslogs-group": "/ecs/web", "awslogs-stream-prefix": "web" },
  };
  const portMappings = [{ containerPort: 80 }];
  await api.ecs.registerTaskDefinition({
    family: "web",
    containerDefinitions: [{ name: "web", image: "web:1", portMappings, logConfiguration }],
  });
  await api.ecs.updateService({ cluster: "main", service: "web", taskDefinition: "web" });
  api.instance.log = LINES.join("\n");
  const { logStreams = [] } = await api.logs.describeLogStreams({ logGroupName: "/ecs/web" });
  return logStreams.map(({ logStreamName = "" }) => logStreamName);
}

const groupsOf = async ({ logs }: MemoryApi) =>
  ((await logs.describeLogGroups({})).logGroups ?? []).map(({ logGroupName }) => logGroupName);

/** A group with a tag, by its ARN. */
async function taggedGroup({ logs }: MemoryApi): Promise<string> {
  await logs.createLogGroup({ logGroupName: "/ecs/a", tags: { team: "shop" } });
  return only((await logs.describeLogGroups({})).logGroups).logGroupArn ?? "";
}

export const LOGS: Cases = {
  async CreateLogGroup(api) {
    const given = {
      logGroupName: "/ecs/a",
      kmsKeyId: "key",
      logGroupClass: "INFREQUENT_ACCESS" as const,
      deletionProtectionEnabled: true,
    };
    await api.logs.createLogGroup({ ...given, tags: { team: "shop" } });
    const { logGroups } = await api.logs.describeLogGroups({ logGroupClass: "INFREQUENT_ACCESS" });
    expect(only(logGroups)).toMatchObject(given);
    const others = await api.logs.describeLogGroups({ logGroupClass: "STANDARD" });
    expect(others.logGroups).toEqual([]);
  },

  async DescribeLogGroups(api) {
    for (const logGroupName of ["/ecs/b", "/ecs/a", "/other"]) {
      await api.logs.createLogGroup({ logGroupName });
    }
    const { logGroups } = await api.logs.describeLogGroups({ logGroupNamePrefix: "/ecs" });
    expect(logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(["/ecs/a", "/ecs/b"]);
    const page = await api.logs.describeLogGroups({ limit: 2 });
    const { nextToken } = page;
    const rest = await api.logs.describeLogGroups({ limit: 2, nextToken });
    expect(only(rest.logGroups).logGroupName).toBe("/other");
  },

  async DeleteLogGroup(api) {
    await api.logs.createLogGroup({ logGroupName: "/ecs/a" });
    await api.logs.deleteLogGroup({ logGroupName: "/ecs/a" });
    expect(await groupsOf(api)).toEqual([]);
  },

  async PutRetentionPolicy(api) {
    await writing(api);
    await api.logs.createLogGroup({ logGroupName: "/ecs/a" });
    for (const logGroupName of ["/ecs/a", "/ecs/web"]) {
      await api.logs.putRetentionPolicy({ logGroupName, retentionInDays: 7 });
    }
    const { logGroups = [] } = await api.logs.describeLogGroups({});
    expect(logGroups.map(({ retentionInDays }) => retentionInDays)).toEqual([7, 7]);
  },

  async DeleteRetentionPolicy(api) {
    const logGroupName = "/ecs/a";
    await api.logs.createLogGroup({ logGroupName });
    await api.logs.putRetentionPolicy({ logGroupName, retentionInDays: 7 });
    await api.logs.deleteRetentionPolicy({ logGroupName });
    const { logGroups } = await api.logs.describeLogGroups({});
    expect(only(logGroups).retentionInDays).toBeUndefined();
  },

  async TagResource(api) {
    const resourceArn = await taggedGroup(api);
    await api.logs.tagResource({ resourceArn, tags: { a: "b", team: "other" } });
    const { tags } = await api.logs.listTagsForResource({ resourceArn });
    expect(tags).toEqual({ a: "b", team: "other" });
  },

  async UntagResource(api) {
    const resourceArn = await taggedGroup(api);
    await api.logs.untagResource({ resourceArn, tagKeys: ["team", "other"] });
    expect((await api.logs.listTagsForResource({ resourceArn })).tags).toEqual({});
  },

  async ListTagsForResource(api) {
    const resourceArn = await taggedGroup(api);
    expect((await api.logs.listTagsForResource({ resourceArn })).tags).toEqual({ team: "shop" });
  },

  async ListTagsLogGroup(api) {
    await taggedGroup(api);
    const { tags } = await api.logs.listTagsLogGroup({ logGroupName: "/ecs/a" });
    expect(tags).toEqual({ team: "shop" });
  },

  async DescribeLogStreams(api) {
    const streams = await writing(api);
    expect(streams).toHaveLength(2);
    for (const stream of streams) expect(stream).toMatch(/^web\/web\/[0-9a-f]{32}$/);
  },

  async GetLogEvents(api) {
    const [logStreamName = ""] = await writing(api);
    const logGroupName = "/ecs/web";
    const first = await api.logs.getLogEvents({
      logGroupName,
      logStreamName,
      startFromHead: true,
      limit: 1,
    });
    expect(only(first.events).message).toBe("one");
    const nextToken = first.nextForwardToken;
    const rest = await api.logs.getLogEvents({ logGroupName, logStreamName, nextToken });
    expect(only(rest.events)).toMatchObject({
      message: "two <&>",
      timestamp: Date.parse("2026-01-01T00:00:02Z"),
    });
  },

  async FilterLogEvents(api) {
    await writing(api);
    const { events = [] } = await api.logs.filterLogEvents({
      logGroupName: "/ecs/web",
      filterPattern: "two",
    });
    expect(events.map(({ message }) => message)).toEqual(["two <&>", "two <&>"]);
  },
};

export const CALLERS: Cases = {
  /** No client of the dependencies has it; the AWS CLI's asks in the end-to-end tests. */
  async GetCallerIdentity({ url }) {
    const answer = await fetch(url, {
      method: "POST",
      headers: {
        authorization: signature("sts"),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "Action=GetCallerIdentity&Version=2011-06-15",
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<Account>000000000000</Account>");
  },
};
