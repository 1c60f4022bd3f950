import { noteFailed } from "../../../../../core/ecs/deployment/argv";

test("notes no more of a reason than an annotation can hold", () => {
  const [, , , failed, why = ""] = noteFailed("main-web", "abc.1", "x".repeat(1_000_000));
  expect(failed).toBe("kecs.dev/failed-deployment=abc.1");
  expect(why).toHaveLength("kecs.dev/failure=".length + 4000);
});
