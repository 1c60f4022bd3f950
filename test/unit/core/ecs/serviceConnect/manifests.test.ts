import {
  connectEndpoints,
  connectNames,
  connectPorts,
  connectService,
  namesService,
} from "../../../../../core/ecs/serviceConnect/manifests";

const of = { deployment: "main-web", selector: { "app.kubernetes.io/name": "main-web" } };
const aliases = [
  { dnsName: "orders", port: 80, containerPort: 8080 },
  { dnsName: "orders", port: 81, containerPort: 9000 },
  { dnsName: "orders.myapp", port: 80, containerPort: 8080 },
];

test("a service has one address for all of its aliases", () => {
  expect(connectService(of)).toEqual({
    metadata: {
      name: "sc-main-web",
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
  expect(connectPorts(aliases)).toEqual([
    { name: "port-80", port: 80, targetPort: 8080, protocol: "TCP" },
    { name: "port-81", port: 81, targetPort: 9000, protocol: "TCP" },
  ]);
});

test("its names are endpoints of the Service that has the names of the instance", () => {
  const names = namesService();
  expect(names.spec).toEqual({ clusterIP: "None" });
  expect(connectNames(of)).toEqual({
    metadata: {
      name: "sc-main-web",
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
  const namespaceId = "ns-0123456789abcdef";
  expect(connectEndpoints({ namespaceId, aliases }, "10.43.1.2")).toEqual([
    { addresses: ["10.43.1.2"], hostname: "01234567--orders", conditions: { ready: true } },
    { addresses: ["10.43.1.2"], hostname: "01234567--orders--myapp", conditions: { ready: true } },
  ]);
});
