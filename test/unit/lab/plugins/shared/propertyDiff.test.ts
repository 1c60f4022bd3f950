import { diffMaps } from "../../../../../lab/plugins/shared/propertyDiff";
import { secret, unknownValue } from "../../../../../lab/plugins/shared/properties";

function kinds(before: Parameters<typeof diffMaps>[0], after: typeof before): [string, string][] {
  return diffMaps(before, after).map(({ path, kind }) => [path.join("/"), kind]);
}

describe("diffMaps", () => {
  it("reports the innermost differences", () => {
    const before = { environment: { A: "1", B: "2" }, list: [1, 2, 3], gone: "x" };
    const after = { environment: { A: "1", B: "3" }, list: [1, 5], added: true };
    expect(kinds(before, after)).toEqual([
      ["added", "add"],
      ["environment/B", "update"],
      ["gone", "delete"],
      ["list/1", "update"],
      ["list/2", "delete"],
    ]);
  });

  it("reports nothing where values are the same or null", () => {
    expect(kinds({ a: null, s: secret("x") }, { s: secret("x"), b: null })).toEqual([]);
  });

  it("compares secrets as a whole and never looks into them", () => {
    expect(kinds({ s: secret("x") }, { s: secret("y") })).toEqual([["s", "update"]]);
  });

  it("takes an unknown value for a change", () => {
    expect(kinds({ a: "x" }, { a: unknownValue })).toEqual([["a", "update"]]);
  });
});
