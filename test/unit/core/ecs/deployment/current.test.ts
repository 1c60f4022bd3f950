import { toObservedDeployment } from "../../../../../core/ecs/deployment/current";
import type { Deployment } from "../../../../../core/ecs/observed/kubernetesObjects";

function live(more: { replicas?: number; paused?: boolean; available?: string } = {}): Deployment {
  const { available = "True", ...spec } = more;
  return {
    metadata: { name: "main-web", annotations: { "kecs.dev/failed-deployment": "abc.1" } },
    spec: {
      replicas: 3,
      ...spec,
      template: { metadata: { annotations: { "kecs.dev/deployment": "abc.1" } } },
    },
    status: {
      conditions: [
        { type: "Progressing", status: "True", reason: "NewReplicaSetAvailable" },
        { type: "Available", status: available },
      ],
    },
  };
}

test("knows nothing of what is not there", () => {
  expect(toObservedDeployment(undefined)).toEqual({
    current: undefined,
    failed: undefined,
    isSound: false,
  });
});

test.each<[string, Deployment, boolean]>([
  ["whose tasks are all there", live(), true],
  ["of no tasks, as the circuit breaker leaves a first one", live({ replicas: 0 }), false],
  ["that was stopped", live({ paused: true }), false],
  ["whose tasks do not run", live({ available: "False" }), false],
])("judges a deployment %s", (_, of, isSound) => {
  expect(toObservedDeployment(of)).toEqual({ current: "abc.1", failed: "abc.1", isSound });
});
