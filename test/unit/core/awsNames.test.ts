import { validateBounds, validateName } from "../../../core/awsNames";
import { only } from "../../helpers/issues";

describe("validateName", () => {
  test.each<[Parameters<typeof validateName>[0], string]>([
    ["loadBalancer", "a"],
    ["loadBalancer", "a".repeat(32)],
    ["loadBalancer", "A-0-z"],
    ["loadBalancer", "internal"],
    ["targetGroup", "internal-a"],
    ["targetGroup", "a".repeat(32)],
    ["ecs", "a".repeat(255)],
    ["ecs", "-_-"],
  ])("accepts as %s: %s", (kind, name) => {
    expect(validateName(kind, name, "p")).toEqual([]);
  });

  test.each<[Parameters<typeof validateName>[0], string]>([
    ["loadBalancer", ""],
    ["loadBalancer", "a".repeat(33)],
    ["loadBalancer", "-a"],
    ["loadBalancer", "a-"],
    ["loadBalancer", "a_b"],
    ["loadBalancer", "a.b"],
    ["loadBalancer", "internal-a"],
    ["loadBalancer", "a\n"],
    ["targetGroup", "a".repeat(33)],
    ["targetGroup", "a/b"],
    ["ecs", ""],
    ["ecs", "a".repeat(256)],
    ["ecs", "a b"],
    ["ecs", "ä"],
  ])("rejects as %s: %j", (kind, name) => {
    expect(only(validateName(kind, name, "p"))).toMatchObject({ code: "KECS1001", path: "p" });
  });

  test("says what AWS allows", () => {
    expect(only(validateName("loadBalancer", "a_b", 'Alb("x").name'))).toEqual({
      code: "KECS1001",
      path: 'Alb("x").name',
      message:
        '"a_b" is not 1 to 32 letters, digits and inner hyphens, not starting with "internal-"',
      hint: "choose a name that AWS allows",
      severity: "error",
    });
  });
});

describe("validateBounds", () => {
  test.each([[undefined], [1], [4000]])("accepts %p for 1 to 4000", (value) => {
    expect(validateBounds(value, [1, 4000], "p")).toEqual([]);
  });

  test.each([[0], [4001], [1.5], [NaN], [Infinity]])("rejects %p for 1 to 4000", (value) => {
    expect(only(validateBounds(value, [1, 4000], "p", "seconds"))).toEqual({
      code: "KECS1011",
      path: "p",
      message: `"${value}" is not a whole number from 1 to 4000 seconds`,
      hint: "choose 1 to 4000 seconds",
      severity: "error",
    });
  });
});
