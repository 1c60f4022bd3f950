import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import { describeTaskDefinition } from "../../../../../api/operations/ecs/describeTaskDefinition";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { FakeInstance } from "../../../../helpers/api/fakeInstance";

const WEB = { name: "web", image: "nginx:1.27", memory: 128 };

function registered(...containerDefinitions: ContainerDefinition[]) {
  const instance = new FakeInstance();
  const made = instance.call(registerTaskDefinition, { family: "web", containerDefinitions });
  const seen = instance.call(describeTaskDefinition, { taskDefinition: "web" });
  expect(seen.taskDefinition).toEqual(made.taskDefinition);
  return made.taskDefinition?.containerDefinitions;
}

test("leaves out variables without a value, as ECS does", () => {
  const environment = [{ name: "A" }, { name: "B", value: "" }];
  expect(registered({ ...WEB, environment }, { ...WEB, name: "side" })).toMatchObject([
    { environment: [{ name: "B", value: "" }] },
    { environment: [] },
  ]);
});

test("takes one port in two containers where nothing is said of the network", () => {
  const portMappings = [{ containerPort: 80 }];
  expect(registered({ ...WEB, portMappings }, { ...WEB, name: "side", portMappings })).toHaveLength(
    2,
  );
});
