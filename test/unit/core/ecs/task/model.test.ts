import { clusterArn } from "../../../../../core/arn";
import { ecsTaskRun } from "../../../../../core/ecs/task/model";
import { CONNECTION } from "../../../../helpers/samples";

const values = { cluster: clusterArn(CONNECTION, "main"), taskDefinition: "arn:api" };

test("a task is as RunTask would have started it", () => {
  const more = { startedBy: "deploy", tags: { team: "orders" } };
  expect(ecsTaskRun({ ...values, ...more })).toEqual({
    request: { ...values, startedBy: "deploy" },
    place: { launchType: "EC2" },
    tags: [{ key: "team", value: "orders" }],
  });
});

test("what has no effect changes nothing of it", () => {
  expect(ecsTaskRun({ ...values, launchType: "FARGATE" })).toEqual(ecsTaskRun(values));
});
