import { snapshotIn, snapshotOf, type Item } from "../../../../../core/ecs/deployment/snapshot";
import { NEW, podOf, replicaSet, snapshotWith, templateOf } from "../../../../helpers/snapshots";

const LABEL = "app.kubernetes.io/name";
const labelled = <T extends { readonly metadata: object }>(of: T, service: string) => ({
  ...of,
  metadata: { ...of.metadata, labels: { [LABEL]: service } },
});
const deployment = (name: string) => ({ metadata: { name }, spec: { template: templateOf(NEW) } });
const event = (uid: string) => ({ reason: "Failed", involvedObject: { uid } });

const ALL = {
  deployments: [deployment("main-web"), deployment("main-api")],
  replicaSets: ["web", "api"].map((of) => labelled(replicaSet(`main-${of}-1`, NEW), `main-${of}`)),
  pods: [
    labelled(podOf("a", NEW), "main-web"),
    labelled(podOf("b", NEW), "main-api"),
    podOf("without-labels", NEW),
  ],
  events: [event("a"), event("b"), event("of-a-node")],
};

test("takes what belongs to one service, and events of its pods alone", () => {
  const { pods, replicaSets, events, ...rest } = snapshotIn(ALL, "main-web") ?? snapshotWith({});
  expect(rest.deployment).toBe(ALL.deployments[0]);
  expect(pods).toEqual([ALL.pods[0]]);
  expect(replicaSets).toEqual([ALL.replicaSets[0]]);
  expect(events).toEqual([ALL.events[0]]);
});

test("does not take the objects of a service whose name only begins alike", () => {
  expect(snapshotIn(ALL, "main-we")).toBeUndefined();
  const shorter = { ...ALL, deployments: [deployment("main-we")] };
  expect(snapshotIn(shorter, "main-we")).toMatchObject({ pods: [], replicaSets: [], events: [] });
});

test("knows nothing where the Deployment is not there, whatever else is", () => {
  expect(snapshotIn({ ...ALL, deployments: [] }, "main-web")).toBeUndefined();
});

test("reads the same from one list of all kinds", () => {
  const items = [
    ...ALL.events.map((of) => ({ ...of, kind: "Event", metadata: { name: "event" } })),
    ...ALL.pods.map((of) => ({ ...of, kind: "Pod" })),
    ...ALL.replicaSets.map((of) => ({ ...of, kind: "ReplicaSet" })),
    ...ALL.deployments.map((of) => ({ ...of, kind: "Deployment" })),
    { kind: "Service", metadata: { name: "main-web", labels: { [LABEL]: "main-web" } } },
  ] satisfies Item[];
  expect(snapshotOf(items, "main-web")).toMatchObject({
    deployment: { metadata: { name: "main-web" } },
    replicaSets: [{ metadata: { name: "main-web-1" } }],
    pods: [{ metadata: { name: "a" } }],
    events: [{ involvedObject: { uid: "a" } }],
  });
  expect(snapshotOf(items, "main-gone")).toBeUndefined();
});
