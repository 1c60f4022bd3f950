import { ClusterStore } from "../../../../api/store/clusterStore";
import { JOURNAL } from "../../../../api/store/journal";
import { StaleWorldError } from "../../../../api/store/store";
import type { Change } from "../../../../api/world/operation";
import { ClusterUnreachable } from "../../../../cluster/kubernetes/direct/apiServer";
import { pathOf } from "../../../../cluster/kubernetes/direct/objects";
import { FakeApiServer, FakeKubernetes } from "../../../helpers/api/kubernetes";

let kubernetes: FakeKubernetes;
let server: FakeApiServer;
let store: ClusterStore;
const made: string[] = [];
const start = async (): Promise<void> => {
  server = new FakeApiServer(kubernetes);
  store = await ClusterStore.start(server, {
    onChange: () => undefined,
    onPod: ({ metadata }) => made.push(metadata.name),
  });
};
beforeEach(async () => {
  kubernetes = new FakeKubernetes();
  made.length = 0;
  await start();
});
afterEach(() => store.stop());

const put = (key: string, name = key): Extract<Change, { kind: "put" }> => ({
  kind: "put",
  object: {
    kind: key.split("-")[0] ?? "",
    key,
    arn: key,
    createdAt: new Date(0),
    attributes: { name },
    echo: {},
  },
});
const SECRET = { type: "kubernetes.io/tls", data: { "tls.key": "a2V5" } };
const pod = (name: string, spec: object = {}): Change => ({
  kind: "makePod",
  manifest: { apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "kecs" }, spec },
});
/** What there is, without the namespace. */
const names = (): string[] =>
  kubernetes.all().map(({ kind, metadata }) => `${kind}/${metadata.name}`);
const keys = (): string[] => store.objects().map(({ key }) => key);

test("one record is one write, on the condition that nobody wrote it meanwhile", async () => {
  await store.commit([put("lb-a")]);
  await store.commit([put("lb-a", "b")]);
  expect(server.writes).toEqual([
    "POST /api/v1/namespaces/kecs/configmaps",
    "PUT /api/v1/namespaces/kecs/configmaps/lb-a",
  ]);
  const [record] = kubernetes.all();
  if (record === undefined) throw new Error("no record");
  kubernetes.put({ ...record, data: { ...(record["data"] as object), stack: "other" } });
  await expect(store.commit([put("lb-a", "c")])).rejects.toThrow(StaleWorldError);
});

test("several changes go through a journal, which is gone when they are made", async () => {
  await store.commit([put("lb-a"), put("tg-a")]);
  await store.commit([{ kind: "remove", key: "lb-a" }, put("tg-b")]);
  expect(keys().sort()).toEqual(["tg-a", "tg-b"]);
  expect(names().sort()).toEqual(["ConfigMap/tg-a", "ConfigMap/tg-b"]);
  expect(server.writes[0]).toBe("PATCH /api/v1/namespaces/kecs/secrets/aws-api-journal");
  expect(server.writes[3]).toBe("DELETE /api/v1/namespaces/kecs/secrets/aws-api-journal");
});

test("a Secret comes with its record, and goes with it", async () => {
  await store.commit([{ ...put("cert-a"), secret: SECRET }]);
  expect(names()).toEqual(["Secret/cert-a", "ConfigMap/cert-a"]);
  await store.commit([{ kind: "remove", key: "cert-a" }]);
  expect(names()).toEqual([]);
});

test("pods are told of when they are made, and one that is to go goes last", async () => {
  await store.commit([pod("a"), pod("b"), { kind: "removePod", name: "a" }]);
  expect(made).toEqual(["a", "b"]);
  expect(names()).toEqual(["Pod/b"]);
});

test("none of several pods is made where Kubernetes refuses one", async () => {
  await store.commit([pod("b", { other: true })]);
  await expect(store.commit([pod("a"), pod("b"), pod("c")])).rejects.toThrow(
    'Pod "b" could not be applied: refused with 422',
  );
  expect(names()).not.toContain("Pod/a");
  expect(kubernetes.answer({ method: "GET", path: pathOf(JOURNAL) }).status).toBe(404);
  expect(await store.settle()).toBe(false);
});

describe("where nobody answers", () => {
  const both: readonly Change[] = [put("lb-a"), { ...put("cert-a"), secret: SECRET }];

  test.each([
    ["the journal was not written", 1, false, []],
    ["the journal was written", 1, true, ["cert-a", "lb-a"]],
    ["a change was not made", 3, false, ["cert-a", "lb-a"]],
    ["the journal may have gone", 5, true, ["cert-a", "lb-a"]],
  ] as const)("and %s, the process finishes what it began", async (_, write, isDone, expected) => {
    server.silence = { write, isDone };
    await expect(store.commit(both)).rejects.toThrow(ClusterUnreachable);
    await store.settle();
    expect(keys().sort()).toEqual(expected);
    expect(names().sort()).toEqual(
      expected.length === 0 ? [] : ["ConfigMap/cert-a", "ConfigMap/lb-a", "Secret/cert-a"],
    );
    expect(await store.settle()).toBe(false);
  });

  test("nobody sees half of it", async () => {
    await store.commit([put("lb-old")]);
    server.silence = { write: 4, isDone: false };
    const changes = [...both, { kind: "remove" as const, key: "lb-old" }];
    await expect(store.commit(changes)).rejects.toThrow(ClusterUnreachable);
    expect(keys().sort()).toEqual(["cert-a", "lb-a"]);
  });

  test("the next process finishes it", async () => {
    server.silence = { write: 3, isDone: false };
    await expect(store.commit([...both, pod("a")])).rejects.toThrow(ClusterUnreachable);
    await store.stop();
    await start();
    expect(keys().sort()).toEqual(["cert-a", "lb-a"]);
    expect(made).toEqual(["a"]);
  });
});

test("a process starts where Kubernetes refuses what the one before was at", async () => {
  server.silence = { write: 2, isDone: false };
  await expect(store.commit([pod("a"), pod("b", { nodeName: "a" })])).rejects.toThrow(
    ClusterUnreachable,
  );
  kubernetes.put({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "b", namespace: "kecs" },
    spec: { nodeName: "b" },
  });
  await store.stop();
  await start();
  expect(names()).not.toContain("Pod/a");
  expect(names()).not.toContain("Secret/aws-api-journal");
});
