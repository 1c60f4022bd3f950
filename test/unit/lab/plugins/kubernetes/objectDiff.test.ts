import { diffObjects } from "../../../../../lab/plugins/kubernetes/objectDiff";
import { prune } from "../../../../../lab/plugins/kubernetes/prune";
import { unknownValue } from "../../../../../lab/plugins/shared/properties";
import type { PropertyMap } from "../../../../../lab/plugins/shared/properties";

function changes(live: PropertyMap, wanted: PropertyMap, builtIn = true): string[] {
  return diffObjects(live, wanted, builtIn).map(({ path, kind }) => `${kind} ${path.join("/")}`);
}

describe("prune", () => {
  it("keeps what the inputs have a say in", () => {
    const live = {
      metadata: { name: "a", uid: "1" },
      spec: { replicas: 2, list: [{ a: 1, b: 2 }, { a: 3 }] },
      status: {},
    };
    const inputs = { metadata: { name: "a" }, spec: { replicas: 1, list: [{ a: 9 }] } };
    expect(prune(live, inputs)).toEqual({
      metadata: { name: "a" },
      spec: { replicas: 2, list: [{ a: 1 }] },
    });
  });
});

describe("diffObjects", () => {
  it("reports what is added, deleted and updated", () => {
    const live = { spec: { a: 1, gone: 1, list: [1, 2] } };
    const wanted = { spec: { a: 2, new: 1, list: [1] } };
    expect(changes(live, wanted)).toEqual([
      "update spec/a",
      "delete spec/gone",
      "delete spec/list/1",
      "add spec/new",
    ]);
  });

  it("does not miss in a built-in object what the API server leaves out", () => {
    expect(changes({ spec: {} }, { spec: { flag: false, empty: {}, list: [] } })).toEqual([]);
  });

  it("misses it in a custom resource", () => {
    expect(changes({ spec: {} }, { spec: { flag: false } }, false)).toEqual(["add spec/flag"]);
  });

  it("takes an unknown value for a change", () => {
    expect(changes({ spec: { a: 1 } }, { spec: { a: unknownValue } })).toEqual(["update spec/a"]);
  });
});
