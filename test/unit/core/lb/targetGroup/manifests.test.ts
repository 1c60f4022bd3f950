import { digest } from "../../../../../core/naming";
import {
  hostEndpoints,
  hostTargetManifest,
  readinessProbe,
  TARGET_PORT_NAME,
  targetGroupLabel,
  targetGroupManifest,
  targetGroupService,
  targetPortName,
} from "../../../../../core/lb/targetGroup/manifests";
import { targetHealthCheck } from "../../../../../core/lb/targetGroup/targetHealth";

const CHECK = targetHealthCheck({});

test("is a Service that selects the pods of every attached service", () => {
  expect(targetGroupManifest("web", 8000, CHECK)).toEqual({
    metadata: {
      name: "tg-web",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "target-group",
        "kecs.dev/target-group": "web",
      },
      annotations: {
        "pulumi.com/skipAwait": "true",
        "kecs.dev/health-check": JSON.stringify(CHECK),
      },
    },
    spec: {
      type: "ClusterIP",
      selector: { "kecs.dev/tg-web": "true" },
      ports: [{ name: "http", port: 8000, targetPort: `tg-${digest("web", 8)}`, protocol: "TCP" }],
    },
  });
});

test("names Service, label and port so that Kubernetes takes them, whatever AWS allows", () => {
  const name = "A".repeat(32);
  expect(targetGroupService(name)).toMatch(/^tg-a{32}-[0-9a-f]{8}$/);
  expect(targetGroupLabel(name)).toMatch(/^kecs\.dev\/tg-a{32}-[0-9a-f]{8}$/);
  // At most 15 characters, with a letter.
  expect(targetPortName(name)).toMatch(/^tg-[0-9a-f]{8}$/);
});

test("goes by the number of a container port where it is told one", () => {
  expect(targetGroupManifest("web", 8000, CHECK, 3000).spec.ports).toEqual([
    { name: "http", port: 8000, targetPort: 3000, protocol: "TCP" },
  ]);
});

test("takes a process on this machine in by a slice of its Service, beside those of tasks", () => {
  expect(hostTargetManifest("web", { host: "localhost", port: 3000 })).toEqual({
    metadata: {
      name: "tg-web-localhost",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "target",
        "kecs.dev/target-group": "web",
        "kubernetes.io/service-name": "tg-web",
        "endpointslice.kubernetes.io/managed-by": "kecs.dev",
      },
    },
    addressType: "IPv4",
    ports: [{ name: TARGET_PORT_NAME, port: 3000, protocol: "TCP" }],
  });
  expect(hostEndpoints("172.23.0.1")).toEqual([
    { addresses: ["172.23.0.1"], conditions: { ready: true } },
  ]);
});

test("names the slice after the machine, so that another port changes it in place", () => {
  const nameOf = (host: string, port: number) =>
    hostTargetManifest("web", { host, port }).metadata.name;
  expect(nameOf("192.168.1.5", 1)).toMatch(/^tg-web-192-168-1-5-[0-9a-f]{8}$/);
  expect(nameOf("192.168.1.5", 2)).toBe(nameOf("192.168.1.5", 1));
  expect(nameOf("192.168.15.0", 1)).not.toBe(nameOf("192.168.1.50", 1));
});

test("finds the Service of a slice whatever the target group is called", () => {
  const name = "A".repeat(32);
  const { labels, name: slice } = hostTargetManifest(name, {
    host: "192.168.100.100",
    port: 65535,
  }).metadata;
  expect(labels).toMatchObject({ "kubernetes.io/service-name": targetGroupService(name) });
  expect(slice).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
});

const PACE = { periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 2, successThreshold: 1 };

test("leaves checks by HTTP to the load balancer", () => {
  expect(readinessProbe({}, 3000)).toBeUndefined();
  expect(readinessProbe({ healthCheck: { protocol: "HTTPS" } }, 3000)).toBeUndefined();
});

test("has Kubernetes check as it was told where the load balancer cannot", () => {
  const healthCheck = { interval: 30, timeout: 6, healthyThreshold: 4, unhealthyThreshold: 3 };
  expect(readinessProbe({ protocolVersion: "HTTP2", healthCheck }, 3000)).toEqual({
    tcpSocket: { port: 3000 },
    periodSeconds: 30,
    timeoutSeconds: 6,
    failureThreshold: 3,
    successThreshold: 1,
  });
});

test.each<[string | number | undefined, number]>([
  [undefined, 3000],
  ["traffic-port", 3000],
  ["8081", 8081],
  [8081, 8081],
])("checks health with port %p on %d", (port, expected) => {
  const healthCheck = port === undefined ? {} : { port };
  expect(readinessProbe({ protocolVersion: "GRPC", healthCheck }, 3000)).toMatchObject({
    tcpSocket: { port: expected },
  });
});

test("asks the health service of gRPC, or whether a task accepts connections", () => {
  const health = { path: "/grpc.health.v1.Health/Check", matcher: "0" };
  expect(readinessProbe({ protocolVersion: "GRPC", healthCheck: health }, 50051)).toEqual({
    grpc: { port: 50051 },
    ...PACE,
  });
  expect(readinessProbe({ protocolVersion: "GRPC" }, 50051)).toEqual({
    tcpSocket: { port: 50051 },
    ...PACE,
  });
});

test("asks nothing where the check is off", () => {
  expect(readinessProbe({ healthCheck: { enabled: false } }, 3000)).toBeUndefined();
});
