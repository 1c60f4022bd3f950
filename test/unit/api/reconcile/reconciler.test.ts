import { desired, type Desired } from "../../../../api/reconcile/desired/manifest";
import { ObjectsRefused, Reconciler, type Objects } from "../../../../api/reconcile/reconciler";
import { ClusterUnreachable } from "../../../../cluster/kubernetes/direct/apiServer";
import type { Manifest, ObjectName } from "../../../../cluster/kubernetes/direct/objects";

const manifest = (kind: string, name: string, spec: object = {}): Manifest & { spec: object } => ({
  apiVersion: "v1",
  kind,
  metadata: { name, namespace: "kecs" },
  spec,
});

/** A cluster that remembers what was done to it. */
class FakeObjects implements Objects {
  readonly done: string[] = [];
  own: ObjectName[] = [];
  refuses: string | undefined;

  apply({ metadata: { name } }: Manifest): Promise<void> {
    if (name === this.refuses) return Promise.reject(new Error(`${name} is refused`));
    this.done.push(`apply ${name}`);
    return Promise.resolve();
  }
  remove({ name }: ObjectName): Promise<void> {
    this.done.push(`remove ${name}`);
    return Promise.resolve();
  }
  listOwn(): Promise<readonly ObjectName[]> {
    return Promise.resolve(this.own);
  }
  served(): Promise<void> {
    this.done.push("served");
    return Promise.resolve();
  }
  take(): string[] {
    return this.done.splice(0);
  }
}

let wanted: Desired[];
let objects: FakeObjects;
let reconciler: Reconciler;
beforeEach(() => {
  wanted = [];
  objects = new FakeObjects();
  reconciler = new Reconciler(() => wanted, objects);
});

const root = desired("roots", manifest("IngressRoute", "root"));
const route = desired("routes", manifest("IngressRoute", "route"));
const part = desired("parts", manifest("Middleware", "part"));
const group = desired("targets", manifest("Service", "group"));

test("objects come before what refers to them, and go after it", async () => {
  wanted = [root, route, part, group];
  await reconciler.reconcile();
  expect(objects.take()).toEqual([
    "apply group",
    "apply part",
    "apply route",
    "apply root",
    "served",
  ]);
  wanted = [];
  await reconciler.reconcile();
  expect(objects.take()).toEqual([
    "remove root",
    "remove route",
    "remove part",
    "remove group",
    "served",
  ]);
});

test("what is new comes before what is old goes", async () => {
  wanted = [root, part];
  await reconciler.reconcile();
  objects.take();
  wanted = [root, desired("parts", manifest("Middleware", "other"))];
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["apply other", "remove part", "served"]);
});

test("only what changed is applied, and Traefik is waited for only where a route may have changed", async () => {
  wanted = [root, group];
  await reconciler.reconcile();
  objects.take();
  await reconciler.reconcile();
  expect(objects.take()).toEqual([]);
  wanted = [root, desired("targets", manifest("Service", "group", { port: 1 }))];
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["apply group"]);
});

test("what an earlier process left goes, or is applied once more", async () => {
  const name = { apiVersion: "v1", namespace: "kecs" };
  objects.own = [
    { ...name, kind: "Service", name: "group" },
    { ...name, kind: "Middleware", name: "part" },
  ];
  wanted = [group];
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["apply group", "remove part", "served"]);
});

test("what failed is done by the next call", async () => {
  wanted = [part, root];
  objects.refuses = "root";
  await expect(reconciler.reconcile()).rejects.toThrow("root is refused");
  objects.refuses = undefined;
  objects.take();
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["apply root", "served"]);
});

test("an object that is refused keeps no other back, and its reason is told once and kept", async () => {
  wanted = [group, part, route, root];
  objects.refuses = "part";
  await expect(reconciler.reconcile()).rejects.toThrow(ObjectsRefused);
  expect(objects.take()).toEqual(["apply group", "apply route", "apply root", "served"]);
  expect(reconciler.refused()).toEqual(["part is refused"]);
  wanted = [group, part];
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["remove root", "remove route", "served"]);
  expect(reconciler.refused()).toEqual(["part is refused"]);
  wanted = [group];
  await reconciler.reconcile();
  expect(objects.take()).toEqual([]);
  expect(reconciler.refused()).toEqual([]);
});

test("another content that is refused is told anew", async () => {
  objects.refuses = "part";
  wanted = [part];
  await expect(reconciler.reconcile()).rejects.toThrow("part is refused");
  wanted = [desired("parts", manifest("Middleware", "part", { other: 1 }))];
  await expect(reconciler.reconcile()).rejects.toThrow("part is refused");
});

test("where nobody answers, the rest waits for the next call", async () => {
  wanted = [group, root];
  jest.spyOn(objects, "apply").mockRejectedValueOnce(new ClusterUnreachable("gone"));
  await expect(reconciler.reconcile()).rejects.toThrow(ClusterUnreachable);
  expect(objects.take()).toEqual([]);
  expect(reconciler.refused()).toEqual([]);
  await reconciler.reconcile();
  expect(objects.take()).toEqual(["apply group", "apply root", "served"]);
});

test("each call sees the records as they are when it comes to it", async () => {
  const first = reconciler.reconcile();
  wanted = [group];
  const second = reconciler.reconcile();
  await Promise.all([first, second]);
  expect(objects.take()).toEqual(["apply group"]);
});

test("calls during a pass share the one after it, which sees what they mean", async () => {
  const seen: number[] = [];
  const counting = new Reconciler(() => {
    seen.push(wanted.length);
    return wanted;
  }, objects);
  let later: Promise<void>[] = [];
  jest.spyOn(objects, "apply").mockImplementationOnce(() => {
    later = [1, 2, 3].map((count) => {
      wanted = [group, part, route, root].slice(0, count + 1);
      return counting.reconcile();
    });
    return Promise.resolve();
  });
  wanted = [group];
  await counting.reconcile();
  await Promise.all(later);
  expect(seen).toEqual([1, 4]);
});
