import fc from "fast-check";
import {
  deploymentName,
  serviceDeployment,
  type ServiceModel,
  type TargetModel,
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
    {
      group: { name: "front", healthCheck: { path: "/health" } },
      containerName: "web",
      containerPort: 80,
      named: true,
    },
  ],
};

const LABELS = {
  "app.kubernetes.io/managed-by": "kecs",
  "app.kubernetes.io/component": "service",
  "app.kubernetes.io/name": "main-web",
  "kecs.dev/cluster": "main",
  "kecs.dev/service": "web",
};

const target = (group: TargetModel["group"], containerPort: number, named = true): TargetModel => ({
  group,
  containerName: "web",
  containerPort,
  named,
});

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
              readinessProbe: readinessProbe({ healthCheck: { path: "/health" } }, 80),
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
    target({ name: "b", healthCheck: { path: "/b" } }, 9100),
    target({ name: "a", healthCheck: { path: "/a" } }, 80),
  ];
  const { template } = serviceDeployment({ ...model, targets }).spec;
  expect(template.metadata.labels).toMatchObject({
    "kecs.dev/tg-a": "true",
    "kecs.dev/tg-b": "true",
  });
  expect(template.spec.containers[0]).toMatchObject({
    ports: [{ name: targetPortName("a") }, { name: targetPortName("b") }],
    readinessProbe: { httpGet: { path: "/b", port: 9100 } },
  });
});

test("gives a port that several target groups share the name of the one that needs it", () => {
  const targets = [
    target({ name: "a" }, 80, false),
    target({ name: "b" }, 80),
    target({ name: "c" }, 80, false),
  ];
  const { template } = serviceDeployment({ ...model, targets }).spec;
  expect(template.spec.containers[0]?.ports).toEqual([
    { containerPort: 80, protocol: "TCP", name: targetPortName("b") },
    { containerPort: 9100, protocol: "TCP" },
  ]);
});

test.each<[string, (number | undefined)[], number]>([
  ["ECS's 30 seconds without a delay", [undefined], 32],
  ["30 seconds for a shorter delay", [0], 32],
  ["30 seconds for a delay of 30", [30], 32],
  ["the delay above that", [31], 33],
  ["the longest delay of several target groups", [40, undefined, 50], 52],
  ["ECS's most, 120 seconds", [120], 122],
  ["120 seconds for a longer delay", [121], 122],
])("leaves a stopping task %s", (_, delays, expected) => {
  const targets = delays.map((delay, i) =>
    target(
      { name: `g${i}`, ...(delay === undefined ? {} : { deregistrationDelay: delay }) },
      80 + i,
    ),
  );
  const { spec } = serviceDeployment({ ...model, targets }).spec.template;
  expect(spec.terminationGracePeriodSeconds).toBe(expected);
});

test("asks nothing of a task whose target group switched its check off", () => {
  const targets = [target({ name: "a", healthCheck: { enabled: false } }, 80)];
  const { containers } = serviceDeployment({ ...model, targets }).spec.template.spec;
  expect(containers[0]).not.toHaveProperty("readinessProbe");
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
