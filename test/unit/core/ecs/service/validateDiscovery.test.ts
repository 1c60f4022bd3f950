import { discoveryServiceArn } from "../../../../../core/arn";
import { validateDiscovery } from "../../../../../core/ecs/service/validateDiscovery";
import { CONNECTION } from "../../../../helpers/samples";

const base = { name: "web", cluster: "c", taskDefinition: "t" };

test("a service may be found by a service of Cloud Map, or by none", () => {
  const registryArn = discoveryServiceArn(CONNECTION, "orders.myapp.local");
  expect(validateDiscovery(base, "S")).toEqual([]);
  expect(validateDiscovery({ ...base, serviceRegistries: { registryArn } }, "S")).toEqual([]);
});

test("ports of a registry are ports", () => {
  const registryArn = discoveryServiceArn(CONNECTION, "orders.myapp.local");
  const values = { ...base, serviceRegistries: { registryArn, port: 0, containerPort: 65_536 } };
  expect(validateDiscovery(values, "S")).toMatchObject([
    { code: "KECS1011", path: "S.serviceRegistries.port" },
    { code: "KECS1011", path: "S.serviceRegistries.containerPort" },
  ]);
});

test("another ARN is refused", () => {
  const values = {
    ...base,
    serviceRegistries: { registryArn: "arn:aws:ecs:us-east-1:000000000000:cluster/main" },
  };
  expect(validateDiscovery(values, "S")).toMatchObject([
    { code: "KECS1010", path: "S.serviceRegistries.registryArn" },
  ]);
});
