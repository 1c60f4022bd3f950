import { validateTargetChecks } from "../../../../../core/ecs/service/validateTargetChecks";

const joined = [{ targetGroupArn: "arn", containerName: "web", containerPort: 80 }];

test("takes a service into target groups of an instance that checks targets", () => {
  expect(validateTargetChecks({ instance: "a", checksTargets: true }, joined, "s")).toEqual([]);
});

test("takes a service without target groups into any instance", () => {
  expect(validateTargetChecks({ instance: "a" }, [], "s")).toEqual([]);
});

test("refuses one whose tasks would wait for ever, and says which instance is to be updated", () => {
  const [issue] = validateTargetChecks({ instance: "a" }, joined, "s");
  expect(issue).toMatchObject({ code: "KECS1016", path: "s.connection", severity: "error" });
  expect(issue?.message).toContain('made the instance "a"');
});
