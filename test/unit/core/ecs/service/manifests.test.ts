import fc from "fast-check";
import {
  deploymentName,
  serviceDeployment,
  taskTemplate,
  type ServiceModel,
} from "../../../../../core/ecs/service/manifests";
import { podTemplate } from "../../../../../core/ecs/pod/podTemplate";
import { ecsName } from "../../../../helpers/arbitrary";
import { CONNECTION } from "../../../../helpers/samples";
import { container, target, task } from "../../../../helpers/tasks";

const model: ServiceModel = {
  connection: CONNECTION,
  cluster: "main",
  name: "web",
  desiredCount: 3,
  rollout: { maxSurge: 3, maxUnavailable: 0 },
  healthCheckGracePeriod: 7,
  task: task([container("web", { ports: [{ containerPort: 80, protocol: "tcp" }] })]),
  secretsVersion: "",
  targets: [target()],
  discovery: { "kecs.dev/found-by": "name" },
};

const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "service",
  "app.kubernetes.io/name": "main-web",
  "kecs.dev/cluster": "main",
  "kecs.dev/service": "web",
};

test("is a Deployment for which nobody else waits, of the pods that the task is", () => {
  const template = podTemplate(model.task, {
    connection: CONNECTION,
    cluster: "main",
    service: "web",
    labels: { ...LABELS, "kecs.dev/tg-front": "true", "kecs.dev/found-by": "name" },
    annotations: {},
    targets: model.targets,
    healthCheckGracePeriod: 7,
  });
  expect(serviceDeployment(model, "abc.1")).toEqual({
    metadata: {
      name: "main-web",
      namespace: "kecs",
      labels: LABELS,
      annotations: { "pulumi.com/skipAwait": "true" },
    },
    spec: {
      replicas: 3,
      revisionHistoryLimit: 2,
      minReadySeconds: 0,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 3, maxUnavailable: 0 } },
      selector: { matchLabels: { "app.kubernetes.io/name": "main-web" } },
      template: {
        ...template,
        metadata: {
          ...template.metadata,
          annotations: { ...template.metadata.annotations, "kecs.dev/deployment": "abc.1" },
        },
      },
    },
  });
});

test("has tasks run for as long as it is told before they count", () => {
  const { spec } = serviceDeployment({ ...model, settlingSeconds: 25 }, "abc.1");
  expect(spec.minReadySeconds).toBe(25);
});

test("lets Kubernetes have its way with a service without tasks", () => {
  const none = { ...model, desiredCount: 0, rollout: { maxSurge: 0, maxUnavailable: 0 } };
  expect(serviceDeployment(none, "abc.1").spec).toMatchObject({
    replicas: 0,
    strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  });
});

test("replaces the tasks when triggers or secrets change, and not when the count does", () => {
  const text = (more: Partial<ServiceModel>) => JSON.stringify(taskTemplate({ ...model, ...more }));
  const triggered = text({ triggers: { a: "1", b: "2" } });
  expect(triggered).not.toBe(text({}));
  expect(triggered).toBe(text({ triggers: { b: "2", a: "1" } }));
  expect(triggered).not.toBe(text({ triggers: { a: "1", b: "3" } }));
  expect(text({ secretsVersion: "5" })).toContain('"kecs.dev/secrets":"5"');
  expect(text({ desiredCount: 9 })).toBe(text({}));
});

test("has names that Kubernetes takes, whatever ECS's are", () => {
  fc.assert(
    fc.property(ecsName, ecsName, (cluster, name) => {
      expect(deploymentName({ cluster, name })).toMatch(/^[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?$/);
    }),
  );
});

test("never gives two services of different clusters one name", () => {
  const name = ["a", "b", "c", "d"];
  const all = [1, 2, 3].map((at) =>
    deploymentName({ cluster: name.slice(0, at).join("-"), name: name.slice(at).join("-") }),
  );
  expect(new Set(all).size).toBe(all.length);
});
