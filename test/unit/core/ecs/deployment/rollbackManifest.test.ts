import fc from "fast-check";
import {
  rollbackManifest,
  type ManagedDeployment,
} from "../../../../../core/ecs/deployment/rollbackManifest";

const PROVIDER = "pulumi-kubernetes-1234";
const POD = { containers: [{ name: "web", image: "shop:1" }] };
const EARLIER = {
  metadata: { name: "main-web-1" },
  spec: {
    template: {
      metadata: {
        labels: { app: "web", "pod-template-hash": "abc" },
        annotations: { "kecs.dev/deployment": "old.1" },
      },
      spec: POD,
    },
  },
};
const SAID = {
  "f:metadata": {
    "f:labels": { "f:app.kubernetes.io/name": {} },
    "f:annotations": { ".": {}, "f:own": {} },
  },
  "f:spec": {
    "f:replicas": {},
    "f:selector": {},
    "f:strategy": { "f:rollingUpdate": { "f:maxSurge": {} } },
    "f:template": { "f:spec": { "f:containers": { 'k:{"name":"web"}': { "f:image": {} } } } },
    "f:gone": {},
  },
};
const applied = { manager: PROVIDER, operation: "Apply", fieldsV1: SAID };

function live(managedFields?: ManagedDeployment["metadata"]["managedFields"]): ManagedDeployment {
  const spec = {
    replicas: 3,
    paused: true,
    selector: { matchLabels: { app: "web" } },
    strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    template: { metadata: { annotations: { "kecs.dev/deployment": "new.1" } } },
  };
  return {
    metadata: {
      name: "main-web",
      labels: { "app.kubernetes.io/name": "main-web", other: "x" },
      annotations: { own: "1", "deployment.kubernetes.io/revision": "7" },
      ...(managedFields === undefined ? {} : { managedFields }),
    },
    spec,
  };
}

test("says in the provider's name all that it has said, and the earlier pods", () => {
  expect(rollbackManifest(live([applied]), EARLIER)).toEqual({
    manager: PROVIDER,
    manifest: {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: {
        name: "main-web",
        labels: { "app.kubernetes.io/name": "main-web" },
        annotations: { own: "1" },
      },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: "web" } },
        strategy: { rollingUpdate: { maxSurge: 1 } },
        template: {
          metadata: { labels: { app: "web" }, annotations: { "kecs.dev/deployment": "old.1" } },
          spec: POD,
        },
      },
    },
  });
});

test.each<[string, ManagedDeployment["metadata"]["managedFields"]]>([
  ["nobody's fields are known", undefined],
  ["nobody has said anything", []],
  ["only somebody's update is known", [{ ...applied, operation: "Update" }]],
  ["only the status was applied", [{ ...applied, subresource: "status" }]],
  [
    "who applied says nothing of the pods",
    [{ ...applied, fieldsV1: { "f:spec": { "f:paused": {} } } }],
  ],
  ["who applied says nothing at all", [{ manager: PROVIDER, operation: "Apply" }]],
])("rolls nothing back where %s", (_, managedFields) => {
  expect(rollbackManifest(live(managedFields), EARLIER)).toBeUndefined();
});

test("finds the provider among others", () => {
  const others = [
    { manager: "kecs", operation: "Update", fieldsV1: { "f:spec": { "f:paused": {} } } },
    { manager: "kube-controller-manager", operation: "Update", subresource: "status" },
  ];
  expect(rollbackManifest(live([...others, applied]), EARLIER)?.manager).toBe(PROVIDER);
});

test("takes pods that have neither labels nor annotations", () => {
  const earlier = { ...EARLIER, spec: { template: { spec: POD } } };
  expect(rollbackManifest(live([applied]), earlier)?.manifest).toMatchObject({
    spec: { template: { metadata: { labels: {} }, spec: POD } },
  });
});

test("says of the specification what the provider said, and nothing else", () => {
  const names = ["replicas", "paused", "selector", "strategy"];
  fc.assert(
    fc.property(fc.subarray(names), (said) => {
      const fields = Object.fromEntries(said.map((name) => [`f:${name}`, {}]));
      const fieldsV1 = { "f:spec": { ...fields, "f:template": {} } };
      const made = rollbackManifest(live([{ ...applied, fieldsV1 }]), EARLIER);
      const { spec } = made?.manifest as { readonly spec: object };
      expect(Object.keys(spec).sort()).toEqual([...said, "template"].sort());
    }),
  );
});
