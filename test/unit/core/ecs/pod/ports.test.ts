import { containerPorts } from "../../../../../core/ecs/pod/ports";
import { targetPortName } from "../../../../../core/lb/targetGroup/manifests";
import { container, target } from "../../../../helpers/tasks";

const web = container("web", {
  ports: [
    { containerPort: 80, protocol: "tcp", name: "http", appProtocol: "http" },
    { containerPort: 80, protocol: "udp" },
    { containerPort: 9100, protocol: "tcp" },
  ],
});

test("has ports without names where nobody needs one", () => {
  expect(containerPorts(web, [])).toEqual([
    { containerPort: 80, protocol: "TCP" },
    { containerPort: 80, protocol: "UDP" },
    { containerPort: 9100, protocol: "TCP" },
  ]);
});

test("has a port once that is mapped to two ports of the machine", () => {
  const port = { containerPort: 80, protocol: "tcp" as const };
  expect(containerPorts(container("web", { ports: [port, port] }), [])).toEqual([
    { containerPort: 80, protocol: "TCP" },
  ]);
});

test("gives a port the name of the target group that goes by it", () => {
  const targets = [
    target({ name: "a" }, { named: false }),
    target({ name: "b" }),
    target({ name: "c" }, { containerName: "other", containerPort: 9100 }),
  ];
  expect(containerPorts(web, targets)).toEqual([
    { containerPort: 80, protocol: "TCP", name: targetPortName("b") },
    { containerPort: 80, protocol: "UDP" },
    { containerPort: 9100, protocol: "TCP" },
  ]);
});
