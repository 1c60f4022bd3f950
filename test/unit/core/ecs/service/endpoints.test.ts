import {
  endpointRoute,
  endpointService,
  serviceEndpoints,
} from "../../../../../core/ecs/service/endpoints";
import type { ServiceModel } from "../../../../../core/ecs/service/manifests";
import { crdErrors } from "../../../../helpers/crd";
import { CONNECTION, NARROW } from "../../../../helpers/samples";
import { container, target, task } from "../../../../helpers/tasks";

const ports = [
  { containerPort: 80, hostPort: 9001, protocol: "tcp" as const },
  { containerPort: 5432, hostPort: 9002, protocol: "tcp" as const },
  { containerPort: 53, hostPort: 9003, protocol: "udp" as const },
  { containerPort: 81, hostPort: 8081, protocol: "tcp" as const },
  { containerPort: 82, protocol: "tcp" as const },
];
const model: ServiceModel = {
  connection: CONNECTION,
  cluster: "main",
  name: "web",
  desiredCount: 1,
  rollout: { maxSurge: 1, maxUnavailable: 0 },
  healthCheckGracePeriod: 0,
  task: task([container("web", { ports })]),
  secretsVersion: "",
  targets: [target()],
  discovery: {},
};
const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "service",
  "app.kubernetes.io/name": "main-web",
  "kecs.dev/cluster": "main",
  "kecs.dev/service": "web",
};
const db = { localPort: 9002, containerName: "web", containerPort: 5432 };
const http = { localPort: 9001, containerName: "web", containerPort: 80 };

test("are the TCP ports of the instance's range", () => {
  expect(serviceEndpoints(model)).toEqual([http, db]);
  expect(serviceEndpoints({ ...model, connection: NARROW })).toEqual([]);
});

test("lead to the ready tasks, by a name unless a target group has it", () => {
  expect(endpointService(model, serviceEndpoints(model))).toEqual({
    metadata: {
      name: "ports-main-web",
      namespace: "kecs",
      labels: LABELS,
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: {
      type: "ClusterIP",
      selector: { "app.kubernetes.io/name": "main-web" },
      ports: [
        { name: "port-9001", port: 9001, targetPort: 80, protocol: "TCP" },
        { name: "port-9002", port: 9002, targetPort: "port-9002", protocol: "TCP" },
      ],
    },
  });
});

test("have a route for every connection on the port's own way in", () => {
  const route = endpointRoute(model, db);
  expect(route).toEqual({
    apiVersion: "traefik.io/v1alpha1",
    kind: "IngressRouteTCP",
    metadata: { name: "main-web-9002", namespace: "kecs", labels: LABELS },
    spec: {
      entryPoints: ["alb-9002"],
      routes: [{ match: "HostSNI(`*`)", services: [{ name: "ports-main-web", port: 9002 }] }],
    },
  });
  expect(crdErrors(route)).toEqual([]);
});

test("have a route to nowhere where it turned out that the range has no such port", () => {
  const route = endpointRoute(model, { ...db, localPort: 5432 });
  expect(route.spec).toEqual({ entryPoints: [], routes: [] });
  expect(crdErrors(route)).toEqual([]);
});
