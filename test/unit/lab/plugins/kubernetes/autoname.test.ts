import { autoname } from "../../../../../lab/plugins/kubernetes/autoname";
import { unknownValue } from "../../../../../lab/plugins/shared/properties";

const autonamed = { "pulumi.com/autonamed": "true" };

describe("autoname", () => {
  it("names an object after its resource and marks it", () => {
    const { metadata } = autoname({ kind: "Pod" }, undefined, "web", undefined);
    expect(metadata).toEqual({
      name: expect.stringMatching(/^web-[0-9a-f]{8}$/) as string,
      annotations: autonamed,
    });
  });

  it("keeps the name it made up before", () => {
    const old = { metadata: { name: "web-1", annotations: autonamed } };
    const { metadata } = autoname({ metadata: {} }, old, "web", undefined);
    expect(metadata).toEqual({ name: "web-1", annotations: autonamed });
  });

  it("leaves names alone, known or not", () => {
    const named = { metadata: { name: "mine" } };
    const later = { metadata: { name: unknownValue } };
    expect(autoname(named, undefined, "web", undefined)).toBe(named);
    expect(autoname(later, undefined, "web", undefined)).toBe(later);
  });

  it("follows the engine's proposal", () => {
    const proposal = { mode: "propose", proposedName: "web-dev" } as const;
    expect(autoname({}, undefined, "web", proposal)["metadata"]).toMatchObject({ name: "web-dev" });
  });

  it("refuses to make up names where that is switched off", () => {
    const disabled = { mode: "disable", proposedName: "" } as const;
    expect(() => autoname({}, undefined, "web", disabled)).toThrow("autonaming is disabled");
  });

  it("refuses names that the cluster would make up", () => {
    const object = { metadata: { generateName: "web-" } };
    expect(() => autoname(object, undefined, "web", undefined)).toThrow("generateName");
  });
});
