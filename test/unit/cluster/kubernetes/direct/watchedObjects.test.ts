import { setImmediate as turn } from "node:timers/promises";
import { applyObject, removeObject } from "../../../../../cluster/kubernetes/direct/objects";
import { WatchedObjects } from "../../../../../cluster/kubernetes/direct/watchedObjects";
import type { Metadata } from "../../../../../core/ecs/observed/kubernetesObjects";
import { FakeApiServer, FakeKubernetes } from "../../../../helpers/api/kubernetes";

interface Watched {
  readonly metadata: Metadata;
  readonly data?: Readonly<Record<string, string>>;
}

const NAME = { apiVersion: "v1", kind: "ConfigMap", namespace: "kecs", name: "a" };
const { apiVersion, kind, ...metadata } = NAME;
const manifest = (value: string) => ({
  apiVersion,
  kind,
  metadata: { ...metadata, labels: { watched: "" } },
  data: { value },
});

let server: FakeApiServer;
let watched: WatchedObjects<Watched>;
const write = (value: string) => applyObject<Watched>(server, manifest(value), "test");
const values = () => watched.list().map(({ data }) => data?.["value"]);
beforeEach(async () => {
  server = new FakeApiServer(new FakeKubernetes());
  await write("first");
  watched = await WatchedObjects.start<Watched>(server, {
    path: "/api/v1/namespaces/kecs/configmaps",
    labelSelector: "watched",
  });
});
afterEach(() => watched.stop());

test("knows what there is, and what changes", async () => {
  expect(values()).toEqual(["first"]);
  await write("second");
  await turn();
  expect(values()).toEqual(["second"]);
  await removeObject(server, NAME);
  await turn();
  expect(values()).toEqual([]);
});

test("takes what a write gave back, and not what the watch tells of it late", async () => {
  const second = await write("second");
  watched.note(await write("third"));
  expect(values()).toEqual(["third"]);
  watched.note(second);
  expect(values()).toEqual(["third"]);
});

test("what was removed does not come back by what the watch tells of it late", async () => {
  const second = await write("second");
  watched.note(second);
  await removeObject(server, NAME);
  watched.forget(second);
  watched.note(second);
  expect(values()).toEqual([]);
  watched.note(await write("of the same name"));
  expect(values()).toEqual(["of the same name"]);
  await turn();
  expect(values()).toEqual(["of the same name"]);
});
