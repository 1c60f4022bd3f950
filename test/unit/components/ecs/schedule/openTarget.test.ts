import * as pulumi from "@pulumi/pulumi";
import type { ScheduleArgs, ScheduleTargetArgs } from "../../../../../components";
import { openTarget } from "../../../../../components/ecs/schedule/openTarget";
import { isSecret, later, valueOf } from "../../../../helpers/outputs";
import { CONNECTION } from "../../../../helpers/samples";

const plain: ScheduleTargetArgs = { arn: "a", ecsParameters: { taskDefinitionArn: "t" } };
const argsOf = (target: ScheduleArgs["target"]): ScheduleArgs => ({
  connection: CONNECTION,
  scheduleExpression: "rate(1 day)",
  target,
});
const opened = (target: ScheduleArgs["target"]) =>
  pulumi.output(openTarget(argsOf(target), "s").target as pulumi.Output<object>);

test("leaves a plain target as it is", () => {
  const args = argsOf(plain);
  expect(openTarget(args, "s")).toBe(args);
});

test("resolves a target that is known later, which is no secret", async () => {
  const target = opened({ ...plain, input: later("{}") });
  expect(await valueOf(target)).toEqual({ ...plain, input: "{}" });
  expect(await isSecret(target)).toBe(false);
});

test.each<[string, ScheduleArgs["target"], string]>([
  ["input", { ...plain, input: pulumi.secret("{}") }, "KECS1013: s.target.input: is secret"],
  [
    "tag",
    { ...plain, ecsParameters: { taskDefinitionArn: "t", tags: { a: pulumi.secret("b") } } },
    "s.target.ecsParameters.tags.a: is secret",
  ],
  ["target", pulumi.secret(plain), "KECS1013: s.target: is secret"],
])("refuses a secret %s", async (_, target, message) => {
  await expect(valueOf(opened(target))).rejects.toThrow(message);
});
