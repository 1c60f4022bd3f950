import * as pulumi from "@pulumi/pulumi";
import { DiscoveryService, PrivateDnsNamespace } from "../../../../components";
import {
  discoveryNamespaceId,
  discoveryNamespaceArn,
  discoveryServiceArn,
} from "../../../../core/arn";
import { discoveryServiceManifest } from "../../../../core/servicediscovery/manifests";
import type { DnsConfigArgs } from "../../../../components/servicediscovery/args";
import { deploy, type Registration } from "../../../helpers/deploy";
import { CONNECTION } from "../../../helpers/samples";

const connection = CONNECTION;
const dnsRecords = [{ type: "A", ttl: 10 }];
const orders = discoveryServiceArn(connection, "orders.myapp.local");

const make = (config: Partial<DnsConfigArgs> = {}, name = "orders", namespace = "myapp.local") => {
  const place = new PrivateDnsNamespace(namespace, {
    connection,
    description: "ours",
    vpc: "vpc-1",
  });
  return new DiscoveryService(name, {
    connection,
    dnsConfig: { namespaceId: place.id, dnsRecords, ...config },
    healthCheckCustomConfig: { failureThreshold: 1 },
  });
};

test.each([false, true])("is known by its ARN, also in a preview (%s)", async (preview) => {
  const deployment = await deploy(() => make(), { preview });
  const { outputs } = deployment;
  expect(outputs.get("kecs:servicediscovery:PrivateDnsNamespace::myapp.local")).toEqual({
    id: discoveryNamespaceId(connection, "myapp.local"),
    arn: discoveryNamespaceArn(connection, "myapp.local"),
    name: "myapp.local",
  });
  expect(outputs.get("kecs:servicediscovery:Service::orders")).toEqual({
    id: orders.split("/")[1],
    arn: orders,
    name: "orders",
    dnsName: "orders.myapp.local",
  });
  const { inputs } = deployment.one("kubernetes:core/v1:Service", "orders");
  expect(inputs).toMatchObject(discoveryServiceManifest("orders.myapp.local", orders));
  expect(deployment.one("kubernetes:core/v1:ConfigMap", "orders-record").inputs).toMatchObject({
    data: {
      arn: orders,
      attributes: JSON.stringify({ name: "orders", dnsName: "orders.myapp.local" }),
    },
  });
});

test("joins a namespace of another stack by its id and name", async () => {
  const { outputs } = await deploy(
    () =>
      new DiscoveryService("orders", {
        connection,
        dnsConfig: {
          namespaceId: discoveryNamespaceId(connection, "myapp.local"),
          namespaceName: "myapp.local",
          dnsRecords,
        },
      }),
  );
  expect(outputs.get("kecs:servicediscovery:Service::orders")).toMatchObject({ arn: orders });
});

test.each<[string, string, string, () => unknown]>([
  ["a name with an underscore", "KECS1001", "name", () => make({}, "or_ders")],
  ["a name with two hyphens in a row", "KECS1001", "name", () => make({}, "or--ders")],
  ["too long a name", "KECS1001", "name", () => make({}, "o".repeat(50))],
  ["too many labels", "KECS1001", "name", () => make({}, "a.b.c.d.e.f.g")],
  [
    "a namespace of the cluster's",
    "KECS1034",
    "dnsConfig.namespaceId",
    () =>
      make({
        namespaceId: discoveryNamespaceId(connection, "kecs-system"),
        namespaceName: "kecs-system",
      }),
  ],
  ["no record", "KECS1009", "dnsConfig.dnsRecords", () => make({ dnsRecords: [] })],
  [
    "an SRV record",
    "KECS1013",
    "dnsConfig.dnsRecords[0].type",
    () => make({ dnsRecords: [{ type: "SRV", ttl: 10 }] }),
  ],
  [
    "a negative time to live",
    "KECS1011",
    "dnsConfig.dnsRecords[0].ttl",
    () => make({ dnsRecords: [{ type: "A", ttl: -1 }] }),
  ],
  [
    "another policy",
    "KECS1008",
    "dnsConfig.routingPolicy",
    () => make({ routingPolicy: "LATENCY" }),
  ],
  [
    "a namespace that nobody made",
    "KECS1009",
    "dnsConfig.namespaceName",
    () => make({ namespaceId: "ns-0000000000000000" }),
  ],
  [
    "the id of another namespace",
    "KECS1015",
    "dnsConfig.namespaceId",
    () => make({ namespaceName: "other.local" }),
  ],
])("refuses %s, and makes nothing for it", async (_, code, field, program) => {
  const registered: Registration[] = [];
  const refused = await deploy(program, {}, registered).catch((error: unknown) => error);
  const { issues } = refused as { issues: readonly { code: string; path: string }[] };
  expect(issues.map((issue) => issue.code)).toEqual([code]);
  expect(issues[0]?.path).toMatch(/^DiscoveryService\("[^"]+"\)\./);
  expect(issues[0]?.path.endsWith(`.${field}`)).toBe(true);
  expect(registered.filter(({ type }) => type === "kubernetes:core/v1:Service")).toEqual([]);
});

test("refuses a namespace whose name the DNS cannot have, and two services of one name", async () => {
  await expect(deploy(() => make({}, "orders", "my_app"))).rejects.toMatchObject({
    issues: [{ code: "KECS1001", path: 'PrivateDnsNamespace("my_app").name' }],
  });
  const twice = () => {
    const { id } = new PrivateDnsNamespace("myapp.local", { connection });
    for (const name of ["a", "b"]) {
      new DiscoveryService(name, {
        connection,
        name: "orders",
        dnsConfig: { namespaceId: id, dnsRecords },
      });
    }
  };
  await expect(deploy(twice)).rejects.toMatchObject({
    issues: [{ code: "KECS1001", path: 'DiscoveryService("b").name' }],
  });
});

test("warns that every ready task is in an answer where one was asked for", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  await deploy(() => make({ routingPolicy: "WEIGHTED" }));
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    expect.stringMatching(/^KECS1023: DiscoveryService\("orders"\).dnsConfig.routingPolicy/),
  ]);
  warn.mockRestore();
});
