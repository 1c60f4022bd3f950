import { describeServices } from "../../../api/operations/ecs/describeServices";
import { registerTaskDefinition } from "../../../api/operations/ecs/registerTaskDefinition";
import type { AwsObject } from "../../../api/world/world";
import type { CreateServiceRequest } from "@aws-sdk/client-ecs";
import { targetGroupArn, taskDefinitionArn } from "../../../core/arn";
import { clusterRecord } from "../../../core/ecs/cluster/record";
import { taskDefinitionRecord } from "../../../core/ecs/taskDefinition/manifests";
import { taskModel } from "../../../core/ecs/taskDefinition/model";
import { targetGroupRecord } from "../../../core/lb/targetGroup/record";
import { CONNECTION } from "../samples";
import { ofPulumi, serviceOf } from "./ecsObjects";
import { FakeInstance } from "./fakeInstance";

export const ARN = (resource: string) => `arn:aws:ecs:us-east-1:000000000000:${resource}`;
export const WEB = ARN("service/main/web");
export const GROUP = targetGroupArn(CONNECTION, "front");
export const OTHER = targetGroupArn(CONNECTION, "other");
export const CONTAINER = {
  name: "web",
  image: "nginx:1.27",
  portMappings: [{ containerPort: 80 }],
};

const group = (name: string): AwsObject =>
  ofPulumi("tg", targetGroupRecord({ name }, targetGroupArn(CONNECTION, name)));
const THEIR_TASK = ofPulumi(
  "td",
  taskDefinitionRecord(
    taskModel(
      { value: { family: "theirs", containerDefinitions: [CONTAINER] }, secrets: [] },
      taskDefinitionArn(CONNECTION, "theirs", 1),
    ),
    {},
  ),
);
export const THEIR_SERVICE = serviceOf({
  cluster: "main",
  name: "theirs",
  taskDefinition: THEIR_TASK.arn,
  desiredCount: 1,
});

/** A program's cluster, target group and service; this API's target group and task definition. */
export function shop(): FakeInstance {
  const instance = new FakeInstance([
    ofPulumi("cluster", clusterRecord(CONNECTION, { name: "main" })),
    group("front"),
    { ...group("other"), owner: "api" },
    THEIR_TASK,
    THEIR_SERVICE,
  ]);
  instance.call(registerTaskDefinition, { family: "web", containerDefinitions: [CONTAINER] });
  return instance;
}

export const REQUEST: CreateServiceRequest = {
  cluster: "main",
  serviceName: "web",
  taskDefinition: "web",
  desiredCount: 2,
  loadBalancers: [{ targetGroupArn: GROUP, containerName: "web", containerPort: 80 }],
};

export const describeOne = (instance: FakeInstance, name = "web") =>
  instance.call(describeServices, { cluster: "main", services: [name], include: ["TAGS"] })
    .services?.[0];
