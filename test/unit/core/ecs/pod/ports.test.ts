import { containerPorts, endpointTarget } from "../../../../../core/ecs/pod/ports";
import { targetPortName } from "../../../../../core/lb/targetGroup/manifests";
import { container, target } from "../../../../helpers/tasks";

const web = container("web", {
  ports: [
    { containerPort: 80, protocol: "tcp", name: "http", appProtocol: "http" },
    { containerPort: 80, protocol: "udp" },
    { containerPort: 9100, protocol: "tcp" },
  ],
});

const nobody = { targets: [], endpoints: [] };

test("has ports without names where nobody needs one", () => {
  expect(containerPorts(web, nobody)).toEqual([
    { containerPort: 80, protocol: "TCP" },
    { containerPort: 80, protocol: "UDP" },
    { containerPort: 9100, protocol: "TCP" },
  ]);
});

test("has a port once that is mapped to two ports of the machine", () => {
  const port = { containerPort: 80, protocol: "tcp" as const };
  expect(containerPorts(container("web", { ports: [port, port] }), nobody)).toEqual([
    { containerPort: 80, protocol: "TCP" },
  ]);
});

test("gives a port the name of the target group that goes by it", () => {
  const targets = [
    target({ name: "a" }, { named: false }),
    target({ name: "b" }),
    target({ name: "c" }, { containerName: "other", containerPort: 9100 }),
  ];
  expect(containerPorts(web, { targets, endpoints: [] })).toEqual([
    { containerPort: 80, protocol: "TCP", name: targetPortName("b") },
    { containerPort: 80, protocol: "UDP" },
    { containerPort: 9100, protocol: "TCP" },
  ]);
});

test("gives a port the name of the local port that leads to it, unless a target group has named it", () => {
  const endpoints = [
    { localPort: 9010, containerName: "web", containerPort: 80 },
    { localPort: 9011, containerName: "web", containerPort: 9100 },
    { localPort: 9012, containerName: "web", containerPort: 9100 },
    { localPort: 9013, containerName: "other", containerPort: 9100 },
  ];
  const users = { targets: [target({ name: "b" })], endpoints };
  expect(containerPorts(web, users)).toEqual([
    { containerPort: 80, protocol: "TCP", name: targetPortName("b") },
    { containerPort: 80, protocol: "UDP" },
    { containerPort: 9100, protocol: "TCP", name: "port-9011" },
  ]);
  expect(endpoints.map((of) => endpointTarget(of, users))).toEqual([
    80,
    "port-9011",
    "port-9011",
    "port-9013",
  ]);
});
