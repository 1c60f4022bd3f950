import {
  aliasId,
  connectEndpoints,
  connectName,
  connectPorts,
  connectService,
  namesService,
} from "../../../../../core/ecs/serviceConnect/manifests";

const of = { deployment: "main-web", selector: { "app.kubernetes.io/name": "main-web" } };

test("an alias has an address, which leads to ready tasks", () => {
  expect(connectService(of, "1234567")).toEqual({
    metadata: {
      name: "sc-main-web-1234567",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "service-connect",
        "app.kubernetes.io/name": "main-web",
      },
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: { type: "ClusterIP", selector: { "app.kubernetes.io/name": "main-web" } },
  });
  const ports = [
    { port: 80, target: "pm-1" },
    { port: 81, target: 9000 },
  ];
  expect(connectPorts(ports)).toEqual([
    { name: "port-80", port: 80, targetPort: "pm-1", protocol: "TCP" },
    { name: "port-81", port: 81, targetPort: 9000, protocol: "TCP" },
  ]);
});

test("its name is an endpoint of the Service that has the names of the instance", () => {
  const names = namesService();
  expect(names.spec).toEqual({ clusterIP: "None" });
  expect(connectName(of, "1234567")).toEqual({
    metadata: {
      name: "sc-main-web-1234567",
      namespace: names.metadata.namespace,
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "service-connect",
        "app.kubernetes.io/name": "main-web",
        "kubernetes.io/service-name": names.metadata.name,
        "endpointslice.kubernetes.io/managed-by": "kecs.dev",
      },
    },
    addressType: "IPv4",
  });
  expect(connectEndpoints("ns-0123456789abcdef", "orders.myapp", "10.43.1.2")).toEqual([
    { addresses: ["10.43.1.2"], hostname: "01234567--orders--myapp", conditions: { ready: true } },
  ]);
});

test("the id of an alias changes with its name, its namespace and what tells it apart, not its port", () => {
  const service = (dnsName: string | undefined, port: number, namespace = "myapp") => ({
    enabled: true,
    namespace,
    services: [
      { portName: "http", clientAlias: [{ port, ...(dnsName === undefined ? {} : { dnsName }) }] },
    ],
  });
  const ids = [
    aliasId(service("orders", 80), 0, "orders"),
    aliasId(service("other", 80), 0, "orders"),
    aliasId(service("orders", 80, "else"), 0, "orders"),
    aliasId(service("orders", 80), 0, "0"),
    aliasId(service(undefined, 80), 0, "orders"),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(aliasId(service("orders", 81), 0, "orders")).toBe(ids[0]);
});
