import { podTemplate } from "../../../../../core/ecs/pod/podTemplate";
import { taskManifest } from "../../../../../core/ecs/task/manifest";
import { CONNECTION } from "../../../../helpers/samples";
import { container, task } from "../../../../helpers/tasks";

test("is a pod of its own, which is not started again", () => {
  const shop = task([container("web", { image: "shop:1" })]);
  const run = { group: "batch" };
  const { metadata, spec } = taskManifest(shop, {
    connection: CONNECTION,
    cluster: "main",
    suffix: "0a1b2c3d",
    run,
    owner: "api",
  });
  const name = expect.stringMatching(/^main-shop-[0-9a-f]{8}-0a1b2c3d$/) as string;
  expect(metadata).toEqual({
    name,
    namespace: "kecs",
    labels: {
      "app.kubernetes.io/managed-by": "kecs",
      "app.kubernetes.io/component": "task",
      "app.kubernetes.io/name": name,
      "kecs.dev/cluster": "main",
      "kecs.dev/task": "shop",
      "kecs.dev/owner": "api",
    },
    annotations: {
      "kecs.dev/run": JSON.stringify(run),
      "kecs.dev/task": expect.not.stringContaining("serviceName") as string,
      "kubectl.kubernetes.io/default-container": "web",
    },
  });
  expect(spec).toMatchObject({ restartPolicy: "Never", containers: [{ image: "shop:1" }] });
  const settings = { connection: CONNECTION, cluster: "main", labels: {}, annotations: {} };
  expect(spec).toEqual(
    podTemplate(shop, { ...settings, targets: [], healthCheckGracePeriod: 0 }).spec,
  );
});

test("has a name that Kubernetes takes, however long the family's is", () => {
  const shop = task([container("web")], { family: "F".repeat(255) });
  const of = { connection: CONNECTION, cluster: "C".repeat(255), suffix: "0a1b2c3d", run: {} };
  const owner = "api";
  expect(taskManifest(shop, { ...of, owner }).metadata.name).toMatch(/^[a-z0-9-]{1,63}$/);
});
