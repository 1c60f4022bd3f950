import { describeTaskDefinition } from "../../../../../api/operations/ecs/describeTaskDefinition";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { taskDefinitionArn } from "../../../../../core/arn";
import { taskDefinitionRecord } from "../../../../../core/ecs/taskDefinition/manifests";
import { taskModel } from "../../../../../core/ecs/taskDefinition/model";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { ofPulumi } from "../../../../helpers/api/ecsObjects";
import { CONNECTION } from "../../../../helpers/samples";

const WEB = {
  name: "web",
  image: "nginx:1.27",
  logConfiguration: {
    logDriver: "awsfirelens" as const,
    options: { Name: "http" },
    secretOptions: [{ name: "http_Passwd", valueFrom: "p" }],
  },
};
const LOG = {
  name: "log",
  image: "fluent-bit:3",
  firelensConfiguration: { type: "fluentbit" as const },
};

test("refuses secret options, of which the API has no values", () => {
  const request = { family: "web", containerDefinitions: [WEB, LOG] };
  expect(refusal(() => new FakeInstance().call(registerTaskDefinition, request))).toContain(
    "RegisterTaskDefinition.containerDefinitions[0].logConfiguration.secretOptions: KECS has no values",
  );
});

test("names the secret options of a program's containers, and none of the router's variables", () => {
  const value = {
    family: "web",
    secretValues: { p: "hunter2" },
    containerDefinitions: [WEB, LOG],
  };
  const model = taskModel({ value, secrets: [] }, taskDefinitionArn(CONNECTION, "web", 1));
  const instance = new FakeInstance([ofPulumi("td", taskDefinitionRecord(model, {}))]);
  const { taskDefinition } = instance.call(describeTaskDefinition, { taskDefinition: "web" });
  const [web, log] = taskDefinition?.containerDefinitions ?? [];
  expect(web?.logConfiguration?.secretOptions).toEqual([
    { name: "http_Passwd", valueFrom: "td-web-secrets/log.http_Passwd_0" },
  ]);
  expect(log?.secrets ?? []).toEqual([]);
});
