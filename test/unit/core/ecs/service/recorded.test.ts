import { targetGroupArn, taskDefinitionArn } from "../../../../../core/arn";
import { recordedService } from "../../../../../core/ecs/service/recorded";
import { taskDefinitionRecord } from "../../../../../core/ecs/taskDefinition/manifests";
import { targetGroupRecord } from "../../../../../core/lb/targetGroup/record";
import { ofPulumi, serviceOf } from "../../../../helpers/api/ecsObjects";
import { CONNECTION } from "../../../../helpers/samples";
import { container, task } from "../../../../helpers/tasks";

const GROUP = targetGroupArn(CONNECTION, "front");
const MODEL = task([container("web", { ports: [{ containerPort: 80, protocol: "tcp" }] })], {
  arn: taskDefinitionArn(CONNECTION, "web", 1),
});
const DEFINITION = ofPulumi("td", taskDefinitionRecord(MODEL, {}));
const TARGETS = ofPulumi("tg", targetGroupRecord({ name: "front", port: 8000 }, GROUP));
const SERVICE = serviceOf({
  cluster: "main",
  name: "web",
  desiredCount: 3,
  loadBalancers: [{ targetGroupArn: GROUP, containerName: "web", containerPort: 80 }],
});
const model = (service = SERVICE, records = [DEFINITION, TARGETS]) =>
  recordedService(service, records, CONNECTION, "v1");

test("makes a service's model of the records", () => {
  expect(model()).toMatchObject({
    connection: CONNECTION,
    cluster: "main",
    name: "web",
    desiredCount: 3,
    rollout: { maxSurge: 3, maxUnavailable: 0 },
    secretsVersion: "v1",
    task: MODEL,
    targets: [
      {
        group: { name: "front", port: 8000 },
        containerName: "web",
        containerPort: 80,
        named: true,
      },
    ],
  });
});

test("takes the names of ports and the triggers from the record", () => {
  const attributes = { ...SERVICE.attributes, namedPorts: [false], triggers: { a: "1" } };
  expect(model({ ...SERVICE, attributes })).toMatchObject({
    targets: [{ named: false }],
    triggers: { a: "1" },
  });
});

test("leaves out a target group that is gone", () => {
  expect(model(SERVICE, [DEFINITION])?.targets).toEqual([]);
});

test.each([
  [
    "that has ended",
    model({ ...SERVICE, attributes: { ...SERVICE.attributes, status: "INACTIVE" } }),
  ],
  ["whose task definition is gone", model(SERVICE, [TARGETS])],
  [
    "whose task definition an earlier version wrote",
    model(SERVICE, [{ ...DEFINITION, attributes: { family: "web", revision: 1 } }]),
  ],
])("has no model of a service %s", (_, found) => {
  expect(found).toBeUndefined();
});
