import { environment } from "../../../../../../core/ecs/pod/environment";
import { podTemplate } from "../../../../../../core/ecs/pod/podTemplate";
import { CONNECTION } from "../../../../../helpers/samples";
import { container, task } from "../../../../../helpers/tasks";

const START = [{ containerName: "log", condition: "START" as const }];
const log = container("log", {
  essential: false,
  router: { type: "fluentbit", addsMetadata: true },
});
const web = container("web", {
  dependsOn: START,
  log: { driver: "awsfirelens", options: { Name: "null" } },
});
const pod = (service?: string) =>
  podTemplate(task([log, web]), {
    connection: { ...CONNECTION, traefikImage: "traefik:v3" },
    cluster: "main",
    ...(service === undefined ? {} : { service }),
    labels: {},
    annotations: {},
    targets: [],
    healthCheckGracePeriod: 0,
  });

test.each([undefined, "web"])("the router runs from before the others until after them", (of) => {
  const { initContainers, containers } = pod(of).spec;
  expect(initContainers).toMatchObject([
    {
      name: "log",
      restartPolicy: "Always",
      securityContext: { runAsGroup: 0 },
      lifecycle: { preStop: { sleep: { seconds: 3 } } },
    },
  ]);
  expect(containers.map(({ name }) => name)).toEqual(["web"]);
});

test("the router sees its configuration and the output of its own pod, and may change neither", () => {
  const { metadata, spec } = pod("web");
  expect(metadata.annotations).toHaveProperty(
    ["kecs.dev/firelens"],
    expect.stringContaining("Tag web-firelens-"),
  );
  expect(spec.initContainers[0]?.volumeMounts).toEqual([
    {
      name: "firelens-configuration",
      mountPath: "/fluent-bit/etc/fluent-bit.conf",
      subPath: "firelens-configuration",
      readOnly: true,
    },
    {
      name: "firelens-output",
      mountPath: "/var/log/kecs",
      subPathExpr: "kecs_$(KECS_POD)_$(KECS_POD_UID)",
      readOnly: true,
    },
  ]);
  expect(spec.volumes.map(({ name }) => name)).toEqual([
    "firelens-configuration",
    "firelens-output",
  ]);
  expect(spec.containers[0]).toMatchObject({ volumeMounts: [] });
});

test("a program learns where its router listens, unless the definition says otherwise", () => {
  const set = (more: object) =>
    environment({ ...web, ...more }, undefined, "us-east-1").filter(({ name }) =>
      name.startsWith("FLUENT"),
    );
  expect(set({})).toEqual([
    { name: "FLUENT_HOST", value: "127.0.0.1" },
    { name: "FLUENT_PORT", value: "24224" },
  ]);
  expect(set({ environment: [{ name: "FLUENT_HOST", value: "a" }] })).toEqual([
    { name: "FLUENT_PORT", value: "24224" },
    { name: "FLUENT_HOST", value: "a" },
  ]);
  expect(set({ log: { driver: "awslogs", options: {} } })).toEqual([]);
});
