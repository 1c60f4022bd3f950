import fc from "fast-check";
import {
  deploymentName,
  serviceDeployment,
  type ServiceModel,
} from "../../../components/ecsService/manifests";
import { digest } from "../../../components/internal/naming";
import { readinessProbe, targetPortName } from "../../../components/targetGroup/manifests";
import { ecsName } from "../../helpers/arbitrary";

const model: ServiceModel = {
  cluster: "main",
  name: "web",
  desiredCount: 3,
  containers: [
    {
      name: "web",
      image: "nginx:1.27",
      portMappings: [{ containerPort: 80 }, { containerPort: 9100 }],
      environment: [{ name: "A", value: "b" }],
    },
    { name: "Side", image: "side:1" },
  ],
  targets: [
    { name: "front", containerName: "web", containerPort: 80, healthCheck: { path: "/health" } },
  ],
};

const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "service",
  "app.kubernetes.io/name": "main-web",
  "kecs.dev/cluster": "main",
  "kecs.dev/service": "web",
};

test("is a Deployment whose pods join their target groups", () => {
  expect(serviceDeployment(model)).toEqual({
    metadata: { name: "main-web", namespace: "kecs", labels: LABELS },
    spec: {
      replicas: 3,
      revisionHistoryLimit: 2,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: { "app.kubernetes.io/name": "main-web" } },
      template: {
        metadata: { labels: { ...LABELS, "kecs.dev/tg-front": "true" } },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 32,
          containers: [
            {
              name: "web",
              image: "nginx:1.27",
              imagePullPolicy: "IfNotPresent",
              ports: [
                { containerPort: 80, protocol: "TCP", name: targetPortName("front") },
                { containerPort: 9100, protocol: "TCP" },
              ],
              env: [{ name: "A", value: "b" }],
              lifecycle: { preStop: { sleep: { seconds: 2 } } },
              readinessProbe: readinessProbe("front", { path: "/health" }),
            },
            {
              name: `side-${digest("Side", 8)}`,
              image: "side:1",
              imagePullPolicy: "IfNotPresent",
              ports: [],
              env: [],
              lifecycle: { preStop: { sleep: { seconds: 2 } } },
            },
          ],
        },
      },
    },
  });
});

test("joins every target group of a service, and asks the first one's health check", () => {
  const targets = [
    { name: "b", containerName: "web", containerPort: 9100, healthCheck: { path: "/b" } },
    { name: "a", containerName: "web", containerPort: 80, healthCheck: { path: "/a" } },
  ];
  const { template } = serviceDeployment({ ...model, targets }).spec;
  expect(template.metadata.labels).toMatchObject({
    "kecs.dev/tg-a": "true",
    "kecs.dev/tg-b": "true",
  });
  expect(template.spec.containers[0]).toMatchObject({
    ports: [{ name: targetPortName("a") }, { name: targetPortName("b") }],
    readinessProbe: { httpGet: { path: "/b", port: targetPortName("b") } },
  });
});

test("has no readiness of its own without a target group", () => {
  const { containers } = serviceDeployment({ ...model, targets: [] }).spec.template.spec;
  for (const container of containers) expect(container).not.toHaveProperty("readinessProbe");
});

test("names a Deployment so that its pods' names stay labels", () => {
  fc.assert(
    fc.property(ecsName, ecsName, (cluster, name) => {
      // The hash of the template and of the pod take eleven and six characters more.
      expect(deploymentName({ cluster, name })).toMatch(/^[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?$/);
    }),
  );
});

test("keeps services of different clusters apart, wherever the hyphens fall", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (all, one, other) => {
      const [i, j] = [1 + (one % (all.length - 1)), 1 + (other % (all.length - 1))];
      fc.pre(i !== j);
      const cut = (at: number) =>
        deploymentName({ cluster: all.slice(0, at).join("-"), name: all.slice(at).join("-") });
      expect(cut(i)).not.toBe(cut(j));
    }),
  );
});
