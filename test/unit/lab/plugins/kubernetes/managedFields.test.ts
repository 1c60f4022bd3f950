import {
  hasEarlierPulumiManager,
  isManagedByOthers,
  takeOverPatch,
} from "../../../../../lab/plugins/kubernetes/managedFields";

const ours = "pulumi-kubernetes-1";

function object(...managedFields: Record<string, unknown>[]): { metadata: never } {
  return { metadata: { resourceVersion: "7", managedFields } as never };
}

const created = {
  manager: "pulumi-kubernetes",
  operation: "Update",
  fieldsV1: { "f:spec": { "f:a": {} } },
};
const applied = { manager: ours, operation: "Apply", fieldsV1: { "f:spec": { "f:b": {} } } };
const status = { ...created, subresource: "status" };
const scaled = {
  manager: "kubectl-scale",
  operation: "Update",
  fieldsV1: { "f:spec": { "f:replicas": {} } },
};

describe("managed fields", () => {
  it("pass from the creation without server-side apply to our manager", () => {
    expect(takeOverPatch(object(created, applied, status), ours)).toEqual([
      {
        op: "replace",
        path: "/metadata/managedFields",
        value: [
          status,
          {
            manager: ours,
            operation: "Apply",
            fieldsV1: { "f:spec": { "f:a": {}, "f:b": {} } },
          },
        ],
      },
      { op: "replace", path: "/metadata/resourceVersion", value: "7" },
    ]);
  });

  it("stay as they are where nobody was before us", () => {
    expect(takeOverPatch(object(applied, scaled), ours)).toEqual([]);
  });

  it("tell whether Pulumi created the object without server-side apply", () => {
    expect(hasEarlierPulumiManager(object(created))).toBe(true);
    expect(hasEarlierPulumiManager(object(applied, status))).toBe(false);
  });

  it("tell who else manages a field", () => {
    const live = object(applied, scaled);
    expect(isManagedByOthers(live, ours, ["spec", "replicas"])).toBe(true);
    expect(isManagedByOthers(live, ours, ["spec", "b"])).toBe(false);
    expect(isManagedByOthers(live, ours, ["spec", "nobody"])).toBe(false);
  });
});
