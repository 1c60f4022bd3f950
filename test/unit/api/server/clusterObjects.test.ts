import { desired } from "../../../../api/reconcile/desired/manifest";
import { ClusterObjects } from "../../../../api/server/clusterObjects";
import { FakeApiServer, FakeKubernetes } from "../../../helpers/api/kubernetes";

test("lists what the API made, and not what Kubernetes keeps for it", async () => {
  const kubernetes = new FakeKubernetes();
  const objects = new ClusterObjects(new FakeApiServer(kubernetes), "run", () => undefined);
  const service = { apiVersion: "v1", kind: "Service", namespace: "kecs", name: "tg-web" };
  const { apiVersion, kind, ...metadata } = service;
  await objects.apply(desired("targets", { apiVersion, kind, metadata }).manifest);
  await objects.apply({ apiVersion, kind, metadata: { ...metadata, name: "of-pulumi" } });
  // The slice of a Service has the Service's labels.
  expect(kubernetes.all().map((of) => of.kind)).toContain("EndpointSlice");
  expect(await objects.listOwn()).toEqual([service]);
  await objects.remove(service);
  expect(await objects.listOwn()).toEqual([]);
});
