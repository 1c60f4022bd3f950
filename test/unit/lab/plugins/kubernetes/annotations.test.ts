import {
  deletionPropagation,
  isAnnotated,
  timeoutSeconds,
} from "../../../../../lab/plugins/kubernetes/annotations";

function annotatedWith(
  name: string,
  value: string,
): { metadata: { annotations: Record<string, string> } } {
  return { metadata: { annotations: { [`pulumi.com/${name}`]: value } } };
}

describe("annotations", () => {
  it("count as set when they say true in any spelling", () => {
    expect(isAnnotated(annotatedWith("skipAwait", "True"), "pulumi.com/skipAwait")).toBe(true);
    expect(isAnnotated(annotatedWith("skipAwait", "no"), "pulumi.com/skipAwait")).toBe(false);
    expect(isAnnotated({}, "pulumi.com/skipAwait")).toBe(false);
  });

  it("say how long to wait, unless the resource's options do", () => {
    expect(timeoutSeconds(annotatedWith("timeoutSeconds", "30"), 0)).toBe(30);
    expect(timeoutSeconds(annotatedWith("timeoutSeconds", "30"), 5)).toBe(5);
    expect(timeoutSeconds(annotatedWith("timeoutSeconds", "soon"), 0)).toBe(600);
    expect(timeoutSeconds({}, 0)).toBe(600);
  });

  it.each([
    ["orphan", "Orphan"],
    ["Background", "Background"],
    ["anything", "Foreground"],
  ])("turn the deletion policy %j into %s", (policy, expected) => {
    expect(deletionPropagation(annotatedWith("deletionPropagationPolicy", policy))).toBe(expected);
  });
});
