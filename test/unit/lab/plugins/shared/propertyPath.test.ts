import {
  formatPath,
  parsePath,
  pathContains,
} from "../../../../../lab/plugins/shared/propertyPath";

describe("property paths", () => {
  it.each([
    [["spec", "containers", 0, "image"], "spec.containers[0].image"],
    [
      ["metadata", "annotations", "pulumi.com/skipAwait"],
      'metadata.annotations["pulumi.com/skipAwait"]',
    ],
    [["a b", 'q"q'], 'a b["q\\"q"]'],
  ])("writes and reads %j", (path, text) => {
    expect(formatPath(path)).toBe(text);
    expect(parsePath(text)).toEqual(path);
  });

  it("reads the star for any item", () => {
    expect(parsePath("triggers[*]")).toEqual(["triggers", "*"]);
  });

  it("knows what lies below a path", () => {
    expect(pathContains(["spec"], ["spec", "replicas"])).toBe(true);
    expect(pathContains(["triggers", "*"], ["triggers", 3])).toBe(true);
    expect(pathContains(["spec", "replicas"], ["spec"])).toBe(false);
    expect(pathContains(["status"], ["spec"])).toBe(false);
  });
});
