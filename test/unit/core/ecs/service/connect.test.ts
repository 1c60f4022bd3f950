import { mappingPortName } from "../../../../../core/ecs/pod/ports";
import { aliasPorts } from "../../../../../core/ecs/service/connect";
import type { ServiceModel } from "../../../../../core/ecs/service/manifests";
import { CONNECTION } from "../../../../helpers/samples";
import { container, target, task } from "../../../../helpers/tasks";

const ports = [
  { containerPort: 80, protocol: "tcp" as const, name: "http" },
  { containerPort: 9100, protocol: "tcp" as const, name: "admin" },
  { containerPort: 5432, hostPort: 9001, protocol: "tcp" as const, name: "db" },
];
const alias = (dnsName: string, port: number, portName: string) => ({
  dnsName,
  port,
  portName,
  containerPort: ports.find(({ name }) => name === portName)?.containerPort ?? 0,
});
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
  connect: {
    namespaceId: "ns-0123456789abcdef",
    aliases: [
      alias("orders", 80, "http"),
      alias("orders", 81, "admin"),
      alias("orders.myapp", 80, "admin"),
      alias("orders", 5432, "db"),
    ],
  },
};

test("are those of all aliases of the name, by the port's name unless something else has named it", () => {
  expect(aliasPorts(model, "orders")).toEqual([
    { port: 80, target: 80 },
    { port: 81, target: mappingPortName("admin") },
    { port: 5432, target: 5432 },
  ]);
  expect(aliasPorts(model, "orders.myapp")).toEqual([
    { port: 80, target: mappingPortName("admin") },
  ]);
  expect(aliasPorts(model, "other")).toEqual([]);
});
