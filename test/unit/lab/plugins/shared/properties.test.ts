import {
  containsSecret,
  containsUnknown,
  deepEqual,
  isUnknown,
  reveal,
  secret,
  unknownValue,
} from "../../../../../lab/plugins/shared/properties";

describe("properties", () => {
  it("finds secrets and unknown values at any depth", () => {
    const value = { list: [{ key: secret("s") }], other: unknownValue };
    expect(containsSecret(value)).toBe(true);
    expect(containsUnknown(value)).toBe(true);
    expect(containsSecret({ plain: ["x"] })).toBe(false);
    expect(containsUnknown({ plain: ["x"] })).toBe(false);
  });

  it("takes a secret with an unknown value for unknown", () => {
    expect(isUnknown(secret(unknownValue))).toBe(true);
  });

  it("reveals secrets inside of secrets", () => {
    expect(reveal({ a: secret({ b: secret(1) }), c: [secret("x")] })).toEqual({
      a: { b: 1 },
      c: ["x"],
    });
  });

  it("wraps a secret only once", () => {
    expect(secret(secret("s"))).toEqual(secret("s"));
  });

  it("takes null for absent when it compares", () => {
    expect(deepEqual({ a: 1, b: null }, { a: 1 })).toBe(true);
    expect(deepEqual([1, { a: 2 }], [1, { a: 2 }])).toBe(true);
    expect(deepEqual([1], { 0: 1 })).toBe(false);
    expect(deepEqual({ a: secret(1) }, { a: 1 })).toBe(false);
  });
});
