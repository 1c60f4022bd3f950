import { readinessGates } from "../../../../../core/ecs/pod/readinessGates";
import type { TargetModel } from "../../../../../core/ecs/pod/target";

const target = (group: TargetModel["group"]): TargetModel => ({
  group,
  containerName: "web",
  containerPort: 80,
  named: true,
});

test("waits for each target group that the load balancer checks, once", () => {
  const targets = [target({ name: "a" }), target({ name: "b" }), target({ name: "a" })];
  expect(readinessGates(targets)).toEqual({
    readinessGates: [{ conditionType: "kecs.dev/tg-a" }, { conditionType: "kecs.dev/tg-b" }],
  });
});

test("waits for none that Kubernetes checks, or nobody", () => {
  const targets = [
    target({ name: "grpc", protocolVersion: "GRPC" }),
    target({ name: "off", healthCheck: { enabled: false } }),
  ];
  expect(readinessGates(targets)).toEqual({});
});
