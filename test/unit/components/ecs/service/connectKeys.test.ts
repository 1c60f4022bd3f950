import * as pulumi from "@pulumi/pulumi";
import { connectKeys } from "../../../../../components/ecs/service/connectKeys";

const later = pulumi.output("later");

test.each<[string, unknown, readonly string[]]>([
  ["the alias", { portName: "http", clientAlias: [{ dnsName: "orders", port: 80 }] }, ["orders"]],
  [
    "the discovery name",
    { portName: "http", discoveryName: "d", clientAlias: [{ port: 80 }] },
    ["d"],
  ],
  ["the port's name", { portName: "http", clientAlias: [{ port: 80 }] }, ["http"]],
  ["what is plain", { portName: "http", discoveryName: later, clientAlias: later }, ["http"]],
  ["its place where nothing is", later, [":0"]],
])("a service is known by %s", (_, service, keys) => {
  expect(connectKeys({ enabled: true, services: [service] }, "c")).toEqual(keys);
});

test("keys are apart from each other", () => {
  const orders = { portName: "http", clientAlias: [{ dnsName: "orders", port: 80 }] };
  const services = [orders, { ...orders, portName: "admin" }, later];
  expect(connectKeys({ enabled: true, services }, "c")).toEqual(["orders", "orders:1", ":2"]);
});

test.each([undefined, null, 7, { enabled: false, services: [later] }, { enabled: true }])(
  "there is none for %j",
  (configuration) => {
    expect(connectKeys(configuration, "c")).toEqual([]);
  },
);
