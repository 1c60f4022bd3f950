import { containerManifest } from "../../../../../core/ecs/pod/container";
import { taskMetadata } from "../../../../../core/ecs/pod/taskMetadata";
import { drain } from "../../../../../core/ecs/pod/drain";
import { probes } from "../../../../../core/ecs/pod/probes";
import { podTemplate, type PodSettings } from "../../../../../core/ecs/pod/podTemplate";
import type { ContainerModel } from "../../../../../core/ecs/pod/model";
import { CONNECTION } from "../../../../helpers/samples";
import { container, target, task } from "../../../../helpers/tasks";

const check = { command: ["true"], interval: 5, timeout: 2, startPeriod: 0, retries: 3 };
const db = container("db", { healthCheck: check, stopTimeout: 60 });
const migrate = container("migrate", {
  essential: false,
  dependsOn: [{ containerName: "db", condition: "HEALTHY" }],
});
const web = container("web", {
  ports: [{ containerPort: 80, protocol: "tcp" }],
  dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
});
const shop = task([migrate, db, web], {
  volumes: [{ kind: "ephemeral", name: "cache" }],
  cpuUnits: 256,
  memoryMiB: 512,
  sharedProcesses: true,
});
const sticky = target({ deregistrationDelay: 10, stickiness: { type: "lb_cookie" } });
const settings: PodSettings = {
  connection: { ...CONNECTION, traefikImage: "traefik:v3" },
  cluster: "main",
  service: "web",
  labels: { app: "web" },
  annotations: { "kecs.dev/secrets": "abc" },
  targets: [sticky],
  healthCheckGracePeriod: 0,
};
const basics = (of: ContainerModel) =>
  containerManifest(of, shop, { region: "us-east-1", targets: [sticky], endpoints: [] });
const lifecycle = { preStop: { sleep: { seconds: 10 } } };

test("is the pod of a service's task", () => {
  expect(podTemplate(shop, settings)).toEqual({
    metadata: {
      labels: { app: "web" },
      annotations: {
        "kecs.dev/secrets": "abc",
        "kecs.dev/task": JSON.stringify(taskMetadata(shop, settings)),
        "kubectl.kubernetes.io/default-container": "db",
      },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 70,
      shareProcessNamespace: true,
      resources: { limits: { cpu: "250m", memory: "512Mi" } },
      readinessGates: [{ conditionType: "kecs.dev/tg-front" }],
      initContainers: [
        { ...basics(db), ...probes(db, shop, settings), lifecycle, restartPolicy: "Always" },
        basics(migrate),
      ],
      containers: [
        { ...basics(web), ...probes(web, shop, settings), lifecycle },
        ...drain(shop, [sticky], "traefik:v3"),
      ],
      volumes: [{ name: "cache", emptyDir: {} }],
    },
  });
});

test("is the pod of a task that runs once", () => {
  const job = container("job");
  const logs = container("logs", { essential: false });
  const whole = task([job, logs]);
  const { connection, cluster, labels } = settings;
  const template = podTemplate(whole, {
    connection,
    cluster,
    labels,
    annotations: {},
    targets: [],
    healthCheckGracePeriod: 0,
  });
  const plain = (of: ContainerModel) =>
    containerManifest(of, whole, { region: "us-east-1", targets: [], endpoints: [] });
  expect(template.spec).toEqual({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    restartPolicy: "Never",
    terminationGracePeriodSeconds: 30,
    initContainers: [{ ...plain(logs), restartPolicy: "Always" }],
    containers: [plain(job)],
    volumes: [],
  });
});
