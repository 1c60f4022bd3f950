import {
  containerPorts,
  endpointTarget,
  mappingPortName,
  mappingTarget,
} from "../../../../../core/ecs/pod/ports";
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

const HTTP = mappingPortName("http");

test("calls a port after its port mapping where nothing else reaches it by name", () => {
  expect(containerPorts(web, nobody)).toEqual([
    { containerPort: 80, protocol: "TCP", name: HTTP },
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

test("leads to a port mapping by its name, or by its number where the port has another name", () => {
  const http = { portName: "http", containerPort: 80 };
  expect(HTTP).toMatch(/^pm-[a-f0-9]{12}$/);
  expect(mappingTarget(http, [web], nobody)).toBe(HTTP);
  expect(mappingTarget({ ...http, portName: "none" }, [web], nobody)).toBe(80);
  expect(mappingTarget(http, [web], { targets: [target({ name: "b" })], endpoints: [] })).toBe(80);
});
