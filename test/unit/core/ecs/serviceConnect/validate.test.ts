import { discoveryNamespaceArn } from "../../../../../core/arn";
import { aliasesOf } from "../../../../../core/ecs/serviceConnect/aliases";
import {
  validateResolvedAliases,
  validateServiceConnect,
} from "../../../../../core/ecs/serviceConnect/validate";
import type {
  ServiceConnectConfigurationValues,
  ServiceConnectServiceValues,
} from "../../../../../core/ecs/serviceConnect/values";
import { brief } from "../../../../helpers/issues";
import { CONNECTION } from "../../../../helpers/samples";
import { container } from "../../../../helpers/tasks";

const containers = [
  container("web", {
    ports: [
      { containerPort: 8080, protocol: "tcp", name: "http" },
      { containerPort: 9000, protocol: "tcp", name: "admin" },
      { containerPort: 53, protocol: "udp", name: "dns" },
      { containerPort: 8081, protocol: "tcp" },
    ],
  }),
];
const clientAlias = [{ port: 80 }];
const validate = (
  values: Partial<ServiceConnectConfigurationValues>,
  of: Parameters<typeof validateServiceConnect>[1] = containers,
) => validateServiceConnect({ enabled: true, ...values }, of, "c");
const one = (service: Partial<ServiceConnectServiceValues>) =>
  validate({ services: [{ portName: "http", clientAlias, ...service }] });

test.each<[string, ServiceConnectServiceValues]>([
  ["a port and an alias", { portName: "http", clientAlias }],
  ["a name of AWS that DNS cannot have", { portName: "http", discoveryName: "a_b-", clientAlias }],
  [
    "a name of several labels",
    { portName: "http", clientAlias: [{ dnsName: "a.b-1.c", port: 1 }] },
  ],
  ["the last port", { portName: "http", clientAlias: [{ dnsName: "a", port: 65_535 }] }],
])("takes %s", (_, service) => {
  expect(validate({ services: [service] })).toEqual([]);
});

test("takes a client, and looks at nothing where it is not enabled", () => {
  expect(validate({ namespace: discoveryNamespaceArn(CONNECTION, "myapp") })).toEqual([]);
  expect(
    validate({ enabled: false, namespace: "arn:aws:x", services: [{ portName: "" }] }),
  ).toEqual([]);
  expect(validateServiceConnect(undefined, containers, "c")).toEqual([]);
});

test("does not look for a port where the task definition is not known", () => {
  for (const unknown of ["unknown", undefined] as const) {
    const services = [{ portName: "nothing", clientAlias }];
    expect(validateServiceConnect({ enabled: true, services }, unknown, "c")).toEqual([]);
  }
});

test.each<[string, Partial<ServiceConnectServiceValues>, string[]]>([
  ["a port that has no name", { portName: "web" }, ["KECS1008 c.services[0].portName"]],
  ["a UDP port", { portName: "dns" }, ["KECS1015 c.services[0].portName"]],
  ["a capital", { discoveryName: "Orders" }, ["KECS1001 c.services[0].discoveryName"]],
  ["a hyphen in front", { discoveryName: "-a" }, ["KECS1001 c.services[0].discoveryName"]],
  ["no alias", { clientAlias: [] }, ["KECS1009 c.services[0].clientAlias"]],
  [
    "two aliases",
    { clientAlias: [{ port: 80 }, { port: 81 }] },
    ["KECS1019 c.services[0].clientAlias"],
  ],
  ["port 0", { clientAlias: [{ port: 0 }] }, ["KECS1011 c.services[0].clientAlias[0].port"]],
  ...["Orders", "a_b", "a--b", "a.", "", "-a"].map(
    (dnsName): [string, Partial<ServiceConnectServiceValues>, string[]] => [
      `the name "${dnsName}"`,
      { clientAlias: [{ dnsName, port: 80 }] },
      ["KECS1001 c.services[0].clientAlias[0].dnsName"],
    ],
  ),
  [
    "a name that is too long for DNS",
    { clientAlias: [{ dnsName: "a".repeat(54), port: 80 }] },
    ["KECS1001 c.services[0].clientAlias[0].dnsName"],
  ],
])("rejects %s", (_, service, issues) => {
  expect(brief(one(service))).toEqual(issues);
});

test("says what the port could have been called", () => {
  expect(one({ portName: "htp" })[0]?.hint).toBe('did you mean "http"?');
  expect(one({ portName: "something" })[0]?.hint).toBe('use one of "http", "admin", "dns"');
  const services = [{ portName: "http", clientAlias }];
  expect(validate({ services }, [])[0]?.hint).toBe(
    "give a port mapping of the task definition this name",
  );
});

test("rejects the ARN of something else as namespace", () => {
  expect(brief(validate({ namespace: "arn:aws:ecs:us-east-1:1:cluster/a" }))).toEqual([
    "KECS1010 c.namespace",
  ]);
});

const aliases = (...services: ServiceConnectServiceValues[]) =>
  aliasesOf({ enabled: true, services }, containers, "MyApp");

test("an alias is called by its name, its discovery name or its port, in that order", () => {
  expect(
    aliases(
      { portName: "http", discoveryName: "d", clientAlias: [{ dnsName: "orders", port: 80 }] },
      { portName: "admin", discoveryName: "d", clientAlias: [{ port: 81 }] },
      { portName: "admin", clientAlias: [{ port: 82 }] },
      { portName: "none", clientAlias: [{ port: 83 }] },
    ),
  ).toEqual([
    { index: 0, dnsName: "orders", port: 80, portName: "http", containerPort: 8080 },
    { index: 1, dnsName: "d.myapp", port: 81, portName: "admin", containerPort: 9000 },
    { index: 2, dnsName: "admin.myapp", port: 82, portName: "admin", containerPort: 9000 },
  ]);
});

test("aliases of one service are apart from each other", () => {
  const orders = (portName: string, port: number, dnsName = "orders") => ({
    portName,
    clientAlias: [{ dnsName, port }],
  });
  const check = (...services: ServiceConnectServiceValues[]) =>
    brief(validateResolvedAliases(aliases(...services), "c"));
  expect(check(orders("http", 80), orders("admin", 81), orders("http", 80, "other"))).toEqual([]);
  expect(check(orders("http", 80), orders("admin", 80))).toEqual([
    "KECS1015 c.services[1].clientAlias[0]",
  ]);
  expect(check(orders("http", 80), orders("admin", 80, "other"))).toEqual([]);
  expect(check({ portName: "http", discoveryName: "a_b", clientAlias })).toEqual([
    "KECS1001 c.services[0].clientAlias[0].dnsName",
  ]);
});
