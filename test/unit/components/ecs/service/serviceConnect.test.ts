import * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  HttpNamespace,
  PrivateDnsNamespace,
  TaskDefinition,
  type EcsServiceArgs,
  type ServiceConnectConfigurationArgs,
} from "../../../../../components";
import { listRecords } from "../../../../../cluster/kubernetes/listRecords";
import { clusterArn, discoveryNamespaceArn, discoveryNamespaceId } from "../../../../../core/arn";
import { mappingPortName } from "../../../../../core/ecs/pod/ports";
import { searchDomain } from "../../../../../core/ecs/serviceConnect/names";
import { clusterRecord } from "../../../../../core/ecs/cluster/record";
import { serviceRecord } from "../../../../../core/ecs/service/record";
import { recordManifest, type RecordContent } from "../../../../../core/records/manifest";
import { readRecords } from "../../../../../core/records/records";
import { resolveConnect } from "../../../../../components/ecs/service/connectPlan";
import { KecsError } from "../../../../../core/validate";
import type { ServiceConnectConfigurationValues } from "../../../../../core/ecs/serviceConnect/values";
import { brief } from "../../../../helpers/issues";
import { container } from "../../../../helpers/tasks";
import { deploy } from "../../../../helpers/deploy";
import { recordsOf } from "../../../../helpers/records";
import { refusal } from "../../../../helpers/refusal";
import { CONNECTION } from "../../../../helpers/samples";

jest.mock("../../../../../cluster/kubernetes/listRecords");

const connection = CONNECTION;
const id = discoveryNamespaceId(connection, "myapp");
const SERVICE = "kubernetes:core/v1:Service";
const SLICE = "kubernetes:discovery.k8s.io/v1:EndpointSlice";
const state = { [SERVICE]: { spec: { clusterIP: "10.43.7.7" } } };
/** What a stack left in the instance. */
const left = (content: RecordContent, stack: string) => recordManifest(content, stack);

beforeEach(() => {
  jest.mocked(listRecords).mockResolvedValue({ kind: "absent" } as never);
});

function foundRecords(...items: readonly object[]): void {
  const records = readRecords(JSON.stringify({ items }));
  jest.mocked(listRecords).mockResolvedValue({ kind: "records", records });
}

function task(name = "web") {
  return new TaskDefinition(name, {
    connection,
    containerDefinitions: [
      {
        name: "web",
        image: "nginx:1.27",
        portMappings: [
          { name: "http", containerPort: 80 },
          { name: "admin", containerPort: 81 },
        ],
      },
    ],
  });
}

const orders = (dnsName = "orders", discoveryName = dnsName) => ({
  portName: "http",
  discoveryName,
  clientAlias: [{ dnsName, port: 8080 }],
});

function service(
  serviceConnectConfiguration: ServiceConnectConfigurationArgs,
  args: Partial<EcsServiceArgs> = {},
  name = "web",
) {
  return new EcsService(name, {
    connection,
    cluster: clusterArn(connection, "main"),
    taskDefinition: task(name).arn,
    serviceConnectConfiguration,
    ...args,
  });
}

test("a service with aliases has an address and names, and its tasks know the namespace's", async () => {
  const made = await deploy(
    () => {
      const namespace = new HttpNamespace("myapp", { connection });
      service({
        enabled: true,
        namespace: namespace.arn,
        services: [orders(), { portName: "admin", clientAlias: [{ port: 9090 }] }],
      });
    },
    { state },
  );
  const digits = id.slice(3, 11);
  for (const [key, port, target, hostname] of [
    ["orders", 8080, "http", `${digits}--orders`],
    ["admin", 9090, "admin", `${digits}--admin--myapp`],
  ] as const) {
    const { inputs } = made.one(SERVICE, `web-connect-${key}`);
    expect(inputs).toMatchObject({
      metadata: { name: expect.stringMatching(/^sc-main-web-[a-f0-9]{7}$/) as string },
      spec: {
        selector: { "app.kubernetes.io/name": "main-web" },
        ports: [{ port, targetPort: mappingPortName(target) }],
      },
    });
    expect(made.one(SLICE, `web-connect-${key}`).inputs).toMatchObject({
      metadata: { name: (inputs["metadata"] as { name: string }).name },
      endpoints: [{ addresses: ["10.43.7.7"], hostname }],
    });
  }
  const { inputs } = made.one("kubernetes:apps/v1:Deployment", "web");
  expect(inputs).toMatchObject({
    spec: {
      template: {
        spec: {
          dnsPolicy: "None",
          terminationGracePeriodSeconds: 32,
          containers: [{ lifecycle: { preStop: { sleep: { seconds: 2 } } } }],
        },
      },
    },
  });
  expect(JSON.stringify(inputs)).toContain(searchDomain(id));
  const record = recordsOf(made).objects.find(({ kind }) => kind === "svc");
  expect(record?.attributes["connect"]).toEqual({
    namespaceId: id,
    aliases: [
      { dnsName: "orders", port: 8080, portName: "http", containerPort: 80 },
      { dnsName: "admin.myapp", port: 9090, portName: "admin", containerPort: 81 },
    ],
  });
});

test("a client only knows the names", async () => {
  const made = await deploy(() => {
    new PrivateDnsNamespace("myapp", { connection });
    service({ enabled: true, namespace: "myapp" });
  });
  expect([...made.ofType(SERVICE), ...made.ofType(SLICE)]).toEqual([]);
  const { inputs } = made.one("kubernetes:apps/v1:Deployment", "web");
  expect(JSON.stringify(inputs)).toContain(searchDomain(id));
  expect(JSON.stringify(inputs)).not.toContain("preStop");
});

test.each<[string, ServiceConnectConfigurationArgs]>([
  ["not enabled", { enabled: false, services: [orders()] }],
])("a service where it is %s is as one without it", async (_, configuration) => {
  const made = await deploy(() => {
    service(configuration);
  });
  expect([...made.ofType(SERVICE), ...made.ofType(SLICE)]).toEqual([]);
  const { inputs } = made.one("kubernetes:apps/v1:Deployment", "web");
  expect(JSON.stringify(inputs)).not.toContain("dnsPolicy");
});

test("the cluster's namespace is the default, of the program or by its record", async () => {
  const own = await deploy(() => {
    const { arn: namespace } = new HttpNamespace("myapp", { connection });
    const cluster = new EcsCluster("main", { connection, serviceConnectDefaults: { namespace } });
    service({ enabled: true }, { cluster: cluster.arn });
  });
  const namespace = discoveryNamespaceArn(connection, "myapp");
  const values = { name: "main", serviceConnectDefaults: { namespace } };
  expect(recordsOf(own).objects.find(({ kind }) => kind === "cluster")?.attributes).toEqual(values);
  foundRecords(
    left(clusterRecord(connection, values), "other/dev"),
    left({ key: "namespace-myapp", arn: namespace, attributes: { name: "myapp" } }, "other/dev"),
  );
  const imported = await deploy(() => {
    service({ enabled: true });
  });
  for (const made of [own, imported]) {
    const { inputs } = made.one("kubernetes:apps/v1:Deployment", "web");
    expect(JSON.stringify(inputs)).toContain(searchDomain(id));
  }
});

test.each<[string, () => void, string]>([
  [
    "a port that the task definition does not name",
    () => {
      service({
        enabled: true,
        namespace: "myapp",
        services: [{ ...orders(), portName: "htp" }],
      });
    },
    'KECS1008 EcsService("web").serviceConnectConfiguration.services[0].portName',
  ],
  [
    "a list of services that is only known later",
    () => {
      const services = pulumi.output([orders()]) as never;
      service({ enabled: true, namespace: "myapp", services });
    },
    'KECS1008 EcsService("web").serviceConnectConfiguration.services',
  ],
  [
    "a switch that is only known later",
    () => {
      service({ enabled: pulumi.output(true) as never });
    },
    'KECS1008 EcsService("web").serviceConnectConfiguration.enabled',
  ],
  [
    "a whole that is only known later",
    () => {
      service(pulumi.output({ enabled: true }) as never);
    },
    'KECS1008 EcsService("web").serviceConnectConfiguration',
  ],
])("rejects %s", async (_, program, issue) => {
  expect((await refusal(program)).codes).toEqual([issue]);
});

const connectOf = (name: string, stack: string) =>
  left(
    serviceRecord(
      { name, cluster: clusterArn(connection, "main"), taskDefinition: "t" },
      "main",
      `arn:${name}`,
      {
        namedPorts: [],
        endpoints: [],
        connect: {
          namespaceId: id,
          aliases: [{ dnsName: "orders", port: 80, portName: "http", containerPort: 80 }],
        },
      },
    ),
    stack,
  );

/** What is wrong with services once all of the program is known, one after the other. */
async function lateIssues(...all: readonly ServiceConnectConfigurationValues[]) {
  const found: string[] = [];
  await deploy(async () => {
    for (const connect of all) {
      const cluster = clusterArn(connection, "main");
      const of = { connection, name: "web", cluster, taskDefinition: "t" };
      const containers = [
        container("web", { ports: [{ containerPort: 80, protocol: "tcp", name: "http" }] }),
      ];
      const error: unknown = await resolveConnect(of, { connect, containers, path: "S" }).catch(
        (reason: unknown) => reason,
      );
      if (error instanceof KecsError) found.push(...brief(error.issues));
    }
  });
  return found;
}

const namespaceRecord = () =>
  left(
    {
      key: "namespace-myapp",
      arn: discoveryNamespaceArn(connection, "myapp"),
      attributes: { name: "myapp" },
    },
    "other/dev",
  );

test("rejects a service without a namespace, and one that nobody made", async () => {
  foundRecords(left(clusterRecord(connection, { name: "main" }), "other/dev"));
  const place = "S.serviceConnectConfiguration.namespace";
  expect(await lateIssues({ enabled: true })).toEqual([`KECS1009 ${place}`]);
  expect(await lateIssues({ enabled: true, namespace: "typo" })).toEqual([`KECS1035 ${place}`]);
});

test("rejects an alias or a discovery name that another service has", async () => {
  foundRecords(namespaceRecord());
  const of = (...services: ReturnType<typeof orders>[]) => ({
    enabled: true,
    namespace: "myapp",
    services,
  });
  const at = "S.serviceConnectConfiguration.services";
  expect(await lateIssues(of(orders("orders", "a")), of(orders("orders", "b")))).toEqual([
    `KECS1001 ${at}[0].clientAlias[0].dnsName`,
  ]);
  expect(await lateIssues(of(orders("a", "orders")), of(orders("b", "orders")))).toEqual([
    `KECS1001 ${at}[0].discoveryName`,
  ]);
  foundRecords(namespaceRecord(), connectOf("old", "other/dev"));
  expect(await lateIssues(of(orders()))).toEqual([`KECS1001 ${at}`]);
  foundRecords(namespaceRecord(), connectOf("old", "kecs/test"));
  expect(await lateIssues(of(orders()))).toEqual([]);
});
