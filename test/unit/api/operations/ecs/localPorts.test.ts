import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteService } from "../../../../../api/operations/ecs/deleteService";
import { registerTaskDefinition } from "../../../../../api/operations/ecs/registerTaskDefinition";
import { updateService } from "../../../../../api/operations/ecs/updateService";
import { loadBalancerArn } from "../../../../../core/arn";
import { serviceAttributes } from "../../../../../core/ecs/service/record";
import { listenerRecord } from "../../../../../core/lb/listener/record";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ofPulumi } from "../../../../helpers/api/ecsObjects";
import { shop } from "../../../../helpers/api/ecsShop";
import type { FakeInstance } from "../../../../helpers/api/fakeInstance";
import { CONNECTION } from "../../../../helpers/samples";

function database(instance: FakeInstance, hostPort: number): void {
  instance.call(registerTaskDefinition, {
    family: "db",
    networkMode: "bridge",
    containerDefinitions: [
      {
        name: "db",
        image: "postgres:17",
        portMappings: [{ containerPort: 5432, hostPort }],
      },
    ],
  });
}

const create = (instance: FakeInstance, serviceName: string) =>
  instance.call(createService, {
    cluster: "main",
    serviceName,
    taskDefinition: "db",
    desiredCount: 1,
  });

const endpointsOf = (instance: FakeInstance, name: string) =>
  instance.objects
    .filter(({ kind }) => kind === "svc")
    .map(serviceAttributes)
    .find((of) => of.name === name)?.endpoints;

test("a service's record says which local ports lead to it, and follows its task definition", () => {
  const instance = shop();
  database(instance, 9001);
  create(instance, "db");
  expect(endpointsOf(instance, "db")).toEqual([
    { localPort: 9001, containerName: "db", containerPort: 5432 },
  ]);
  database(instance, 5432);
  instance.call(updateService, { cluster: "main", service: "db", taskDefinition: "db" });
  expect(endpointsOf(instance, "db")).toBeUndefined();
});

test("a second service on one local port is refused by name, until the first is gone", () => {
  const instance = shop();
  database(instance, 9001);
  create(instance, "db");
  expect(refusal(() => create(instance, "other"))).toBe(
    'InvalidParameterException taskDefinition: hostPort "9001" of container "db" is a local port that belongs to service "db" of AWS\'s API; choose another hostPort of the instance\'s range, or leave it out of the task definition (KECS1006)',
  );
  create(instance, "db");
  instance.call(deleteService, { cluster: "main", service: "db", force: true });
  create(instance, "other");
  expect(endpointsOf(instance, "other")).toHaveLength(1);
});

test("a service on a listener's local port is refused by name", () => {
  const instance = shop();
  const listener = listenerRecord(
    {
      connection: CONNECTION,
      loadBalancerArn: loadBalancerArn(CONNECTION, "front"),
      port: 9001,
      defaultActions: [],
    },
    undefined,
  );
  instance.objects = [...instance.objects, ofPulumi("listener", listener)];
  database(instance, 9001);
  expect(refusal(() => create(instance, "db"))).toContain(
    'belongs to listener "front:9001" of stack shop/dev',
  );
});
